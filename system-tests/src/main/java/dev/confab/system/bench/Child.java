package dev.confab.system.bench;

import dev.confab.system.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process of this benchmark: the program itself, with nobody between that could be measured. It
/// ends when it is closed, and when this process ends, by Ctrl-C too.
public final class Child implements AutoCloseable {
  private static final long END_SECONDS = 10;

  private final Process process;
  private final Path log;
  private final Thread hook;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.hook = new Thread(process::destroy, "confab-bench-end");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  static Child server(Plan plan, List<String> options, Path log) throws BenchmarkException {
    try {
      return start(plan.installation().server(options), log);
    } catch (Installation.NotBuiltException e) {
      throw new BenchmarkException(String.valueOf(e.getMessage()), e);
    }
  }

  static Child client(Plan plan, List<String> options, Path log) throws BenchmarkException {
    try {
      return start(plan.installation().client(plan.output(), options), log);
    } catch (Installation.NotBuiltException e) {
      throw new BenchmarkException(String.valueOf(e.getMessage()), e);
    }
  }

  static Child training(Plan plan, List<String> options, Path log) throws BenchmarkException {
    try {
      return start(plan.installation().trainingClient(plan.output(), options), log);
    } catch (Installation.NotBuiltException e) {
      throw new BenchmarkException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Child start(List<String> command, Path log) throws BenchmarkException {
    return start(command, Map.of(), log);
  }

  /// Also for programs that are none of Confab's. All that it says goes to `log`.
  public static Child start(List<String> command, Map<String, String> environment, Path log)
      throws BenchmarkException {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      return new Child(builder.start(), log);
    } catch (IOException e) {
      throw new BenchmarkException("cannot start " + command + ": " + e.getMessage(), e);
    }
  }

  public long pid() {
    return process.pid();
  }

  Path log() {
    return log;
  }

  /// What it has said so far.
  public List<String> lines() throws BenchmarkException {
    try {
      return Files.readString(log, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new BenchmarkException("cannot read " + log, e);
    }
  }

  /// Asks again and again, until it holds.
  public void await(String what, Duration limit, Condition condition)
      throws BenchmarkException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.holds()) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new BenchmarkException("a process ended before " + what + "; see " + log);
      }
      if (System.nanoTime() > end) {
        throw new BenchmarkException("waited too long for " + what + "; see " + log);
      }
    }
  }

  /// Until it has ended by itself.
  void awaitEnd(Duration limit) throws BenchmarkException, InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new BenchmarkException("a process did not end; see " + log);
    }
  }

  /// Asks again and again, until it holds or the time is over, and it still runs.
  void watch(Duration limit, Condition condition) throws BenchmarkException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.holds() && System.nanoTime() < end) {
      outlive(Duration.ofMillis(500));
    }
  }

  /// The time passes, and it still runs.
  void outlive(Duration time) throws BenchmarkException, InterruptedException {
    if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new BenchmarkException("a process ended while it was measured; see " + log);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      process.destroyForcibly(); // this process is ending already
    }
  }

  /// Of [#await].
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws BenchmarkException;
  }
}
