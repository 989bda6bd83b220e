package dev.confab.installer.bench;

import dev.confab.installer.PackagingException;
import dev.confab.installer.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A screen in memory with a window manager, where one program after the other opens its window.
final class Desk implements AutoCloseable {
  private final Screen screen;
  private final Process windows;
  private final Picture picture;

  private Desk(Screen screen, Process windows, Picture picture) {
    this.screen = screen;
    this.windows = windows;
    this.picture = picture;
  }

  static Desk open(Path folder)
      throws IOException, PackagingException, StartException, InterruptedException {
    Files.createDirectories(folder);
    Screen screen = Screen.inMemory(folder, List.of("-fbdir", folder.toString()));
    try {
      Picture picture = Picture.of(folder.resolve("Xvfb_screen0"));
      List<String> command = new ArrayList<>(screen.command());
      command.add("openbox");
      ProcessBuilder openbox =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("openbox.log").toFile());
      return new Desk(screen, openbox.start(), picture);
    } catch (IOException | StartException e) {
      screen.close();
      throw e;
    }
  }

  Picture picture() {
    return picture;
  }

  /// What the command of a program begins with that is to open its window here.
  List<String> command() {
    return screen.command();
  }

  @Override
  public void close() {
    windows.destroy();
    screen.close();
  }
}
