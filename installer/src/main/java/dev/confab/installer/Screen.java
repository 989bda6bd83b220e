package dev.confab.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Where windows can be opened: the screen that is there, or on Linux one in memory (Xvfb).
public final class Screen implements AutoCloseable {
  private static final int TRIES = 300;

  private final @Nullable String display;
  private final @Nullable Process server;

  private Screen(@Nullable String display, @Nullable Process server) {
    this.display = display;
    this.server = server;
  }

  /// `folder` is for Xvfb's words.
  static Screen open(Path folder) throws IOException, PackagingException, InterruptedException {
    String display = System.getenv("DISPLAY");
    if (Os.here() != Os.LINUX || (display != null && !display.isBlank())) {
      return new Screen(display, null);
    }
    return inMemory(folder, List.of());
  }

  /// A new one, with these options of Xvfb besides.
  public static Screen inMemory(Path folder, List<String> options)
      throws IOException, PackagingException, InterruptedException {
    if (!Tools.has("Xvfb")) {
      throw new PackagingException(
          "The app is started in a window: this needs a screen (DISPLAY) or the program Xvfb.");
    }
    Path number = folder.resolve("display");
    Files.deleteIfExists(number);
    List<String> command =
        new ArrayList<>(
            List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"));
    command.addAll(options);
    Process server =
        new ProcessBuilder(command)
            .redirectOutput(number.toFile())
            .redirectError(folder.resolve("xvfb.log").toFile())
            .start();
    for (int tries = 0; Files.size(number) == 0; tries++) {
      if (tries == TRIES || !server.isAlive()) {
        server.destroy();
        throw new PackagingException("Xvfb does not start: see " + folder);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return new Screen(":" + Files.readString(number, StandardCharsets.US_ASCII).strip(), server);
  }

  /// What the command of a program begins with that is to open its window there.
  public List<String> command() {
    return display == null ? List.of() : List.of("env", "DISPLAY=" + display);
  }

  @Override
  public void close() {
    if (server != null) {
      server.destroy();
    }
  }
}
