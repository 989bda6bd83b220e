package dev.confab.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The signaling server as a program of its own, which can be killed.
final class ServerProcess implements AutoCloseable {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final Process process;
  private final String address;

  private ServerProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /// Listens when this returns. `place` is what runs the command; empty for here.
  static ServerProcess start(List<String> place, Path log, List<String> options)
      throws IOException, Installation.NotBuiltException {
    List<String> command = new ArrayList<>(place);
    command.addAll(new Installation(ROOT).server(options));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    @Nullable String line = output.readLine();
    if (line == null || !line.startsWith("Listening on ")) {
      process.destroyForcibly();
      throw new IOException("the server says " + line + "; see " + log);
    }
    return new ServerProcess(process, line.substring("Listening on ".length()));
  }

  /// As in `ws://127.0.0.1:8443`.
  String address() {
    return address;
  }

  /// As by `kill -9`: it has no time for a word. It is gone when this returns.
  void kill() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle each : all) {
      each.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
