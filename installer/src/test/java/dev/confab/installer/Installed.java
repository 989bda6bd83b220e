package dev.confab.installer;

import dev.confab.system.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The programs as packages have installed them, where no Java can be found but theirs.
record Installed(Path empty) implements Programs {
  private static final List<String> TOOLS = List.of("bash", "mkdir", "readlink");

  /// `empty` becomes the only folder of the `PATH`, with what the start scripts need.
  static Installed withPath(Path empty) throws IOException {
    Files.createDirectories(empty);
    for (String tool : TOOLS) {
      Files.createSymbolicLink(empty.resolve(tool), Path.of("/bin", tool));
    }
    return new Installed(empty);
  }

  List<String> alone(String program, List<String> options) {
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/env", "-u", "JAVA_HOME", "PATH=" + empty, program));
    command.addAll(options);
    return command;
  }

  /// As the service does, by the server's own user and with its settings.
  @Override
  public List<String> server(List<String> options) {
    List<String> command =
        new ArrayList<>(
            List.of("/usr/sbin/runuser", "-u", "confab", "--", "/usr/bin/confab-server"));
    command.addAll(List.of("--config", "/etc/confab/server.conf"));
    command.addAll(options);
    return command;
  }

  @Override
  public List<String> client(Path reports, List<String> options) {
    return alone("/opt/confab/bin/confab", options);
  }
}
