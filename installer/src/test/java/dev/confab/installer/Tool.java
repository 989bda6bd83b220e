package dev.confab.installer;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A program of the system that checks a file. A test that needs one which is not there is skipped.
final class Tool {
  /// What it said on both outputs, and how it ended.
  record Answer(int status, String text) {}

  private Tool() {}

  static Answer run(String program, String... arguments) throws IOException, InterruptedException {
    assumeThat(isHere(program)).as("%s is installed", program).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(program), Arrays.stream(arguments)).toList())
            .redirectErrorStream(true);
    builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"));
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }

  private static boolean isHere(String program) {
    List<String> path = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    return path.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
