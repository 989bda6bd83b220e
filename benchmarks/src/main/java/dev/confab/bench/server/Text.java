package dev.confab.bench.server;

import dev.confab.system.bench.BenchmarkException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a short program says.
final class Text {
  private Text() {}

  /// All of it, when it has ended. Throws when it failed.
  static String of(List<String> command) throws BenchmarkException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new BenchmarkException(command.getFirst() + " failed: " + said.strip());
      }
      return said;
    } catch (IOException e) {
      throw new BenchmarkException("cannot start " + command.getFirst() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", e);
    }
  }
}
