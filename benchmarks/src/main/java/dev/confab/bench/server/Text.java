package dev.confab.bench.server;

import dev.confab.system.bench.BenchmarkException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a short program says.
final class Text {
  /// Even for npm on a slow line.
  private static final long MINUTES = 5;

  private Text() {}

  /// All of it, when it has ended. Throws when it failed.
  static String of(List<String> command) throws BenchmarkException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      Thread.ofVirtual().name("watchdog").start(() -> endWhenTooLate(process));
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

  private static void endWhenTooLate(Process process) {
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
