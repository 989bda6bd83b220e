package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What does the work of [JpackagePackages]. Another one than [ThisMachine] lets tests see, on any
/// system, what would be done.
interface Workshop {
  /// Makes the app's own Java.
  void link(Path runtime) throws IOException, PackagingException;

  void jpackage(List<String> arguments) throws IOException, PackagingException;

  void train(AppImage image) throws IOException, PackagingException, InterruptedException;

  void run(List<String> command) throws PackagingException, InterruptedException;
}
