package dev.confab.installer;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A program that ran to its end, and what it printed on both outputs.
record Ran(int status, String output) {
  static Ran of(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }

  static Ran of(String... command) throws IOException, InterruptedException {
    return of(Map.of(), List.of(command));
  }

  /// Of a program of the system that checks something. A test that needs one which is not there is
  /// skipped.
  static Ran ofTool(String program, String... arguments) throws IOException, InterruptedException {
    assumeThat(Tools.has(program)).as("%s is installed", program).isTrue();
    return of(
        Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"),
        Stream.concat(Stream.of(program), Arrays.stream(arguments)).toList());
  }
}
