package dev.confab.bench.server;

import dev.confab.system.bench.BenchmarkException;
import java.util.ArrayList;
import java.util.List;

/// Who runs on which processor: the server has one to itself, and the generator another, so that
/// neither takes the other's time. With one processor, or without taskset(1), nobody is bound.
public record Cores(boolean apart) {
  private static final String SERVER = "0";
  private static final String GENERATOR = "1";

  /// Binds this process, with all its threads, to the generator's processor.
  public static Cores divide() {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      return new Cores(false);
    }
    try {
      Text.of(List.of("taskset", "-acp", GENERATOR, Long.toString(ProcessHandle.current().pid())));
      return new Cores(true);
    } catch (BenchmarkException e) {
      System.err.println("Nobody is bound to a processor: " + e.getMessage());
      return new Cores(false);
    }
  }

  List<String> server(List<String> command) {
    List<String> bound = new ArrayList<>();
    if (apart) {
      bound.addAll(List.of("taskset", "-c", SERVER));
    }
    bound.addAll(command);
    return bound;
  }

  @Override
  public String toString() {
    return apart ? "the server on one processor, the generator on another" : "nobody bound";
  }
}
