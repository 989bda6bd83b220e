package dev.confab.installer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A program whose start is measured. `home`: a folder of its own that is kept between its starts.
/// `colour` (`0xRRGGBB`) is on the screen once its window is there and not before.
record Contender(String name, Path home, List<String> command, int colour) {
  /// Of the button that joins, which has the focus when all that joining takes is filled in.
  private static final int ACCENT = 0x4a48bd;

  /// Which is not asked anything before someone joins.
  private static final String SERVER = "ws://127.0.0.1:8443";

  private static final int PAGE = 0x2f9e6b;

  /// Rest of the options: no traffic, no first-run pages, no sandbox for root, no graphics
  /// processor where there is none.
  private static final List<String> CHROMIUM =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-quic",
          "--password-store=basic");

  /// On the lobby of a room, as after a link, with a name as after the first call.
  static Contender confab(String name, Path app, Path folder) throws IOException {
    return new Contender(
        name,
        home(folder),
        List.of(
            app.resolve("bin/confab").toString(),
            "--server",
            SERVER,
            "--room",
            "garden",
            "--name",
            "Anna"),
        ACCENT);
  }

  /// On a page of one colour, which is a file.
  static Contender chromium(Path program, Path folder) throws IOException {
    Path home = home(folder);
    Path page = home.resolve("page.html");
    Files.writeString(
        page, "<!doctype html><title>Page</title><body bgcolor=\"#%06x\">".formatted(PAGE));
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(CHROMIUM);
    command.add("--user-data-dir=" + home.resolve("profile"));
    command.add(page.toUri().toString());
    return new Contender("Chromium", home, command, PAGE);
  }

  private static Path home(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return folder;
  }

  /// All that it is told of its surroundings, but for the screen: nothing of whoever measures.
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", home.toString());
    environment.put("XDG_RUNTIME_DIR", home.toString());
    environment.put("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    return environment;
  }

  Path log() {
    return home.resolve("output.log");
  }
}
