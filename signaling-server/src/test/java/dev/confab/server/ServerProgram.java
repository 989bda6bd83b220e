package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program as a process of its own; gone when this is closed.
record ServerProgram(Process process) implements AutoCloseable {
  static ServerProgram start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  static ServerProgram start(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("CONFAB_"));
    builder.environment().putAll(environment);
    return new ServerProgram(builder.start());
  }

  /// From the one line that it prints.
  URI address() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).matches("Listening on ws://127\\.0\\.0\\.1:[1-9][0-9]*");
    return URI.create(line.substring("Listening on ".length()));
  }

  int exitStatus() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the process ended").isTrue();
    return process.exitValue();
  }

  /// What else it prints, to the end.
  String output() throws IOException {
    return process.inputReader(StandardCharsets.UTF_8).readAllAsString();
  }

  String errors() throws IOException {
    return process.errorReader(StandardCharsets.UTF_8).readAllAsString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
