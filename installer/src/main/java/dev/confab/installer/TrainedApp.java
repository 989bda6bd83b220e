package dev.confab.installer;

import java.nio.file.Path;
import java.util.List;

/// An app that is complete but for what Java is to learn of it (JEP 514), and that can be started
/// where it is being made.
sealed interface TrainedApp permits ClientTree, AppImage {
  /// Where what Java learns is kept. The app starts without it too, only slower.
  Path cache();

  /// What starts the app, to be followed by its arguments; Java is told `java` beside what it is
  /// told always.
  List<String> command(List<String> java);

  /// Starts the app as a person does, only to say its version.
  ///
  /// @throws PackagingException when Java does not take the cache
  void requireTaken() throws PackagingException, InterruptedException;
}
