package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The work is done here and now.
record ThisMachine(Plan plan) implements Workshop {
  @Override
  public void link(Path runtime) throws IOException, PackagingException {
    new RuntimeImage(plan).linkClient(runtime);
  }

  @Override
  public void jpackage(List<String> arguments) throws PackagingException {
    Tools.jdk("jpackage", arguments);
  }

  @Override
  public void train(AppImage image) throws IOException, PackagingException, InterruptedException {
    new Training(plan).of(image);
  }

  @Override
  public void run(List<String> command) throws PackagingException, InterruptedException {
    Tools.run(command);
  }
}
