package dev.confab.server.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What an attack has to do with: the server, addresses of its own, and until when it may go on.
record Siege(Fortress server, int network, long endNanos) {
  /// Nothing that a client can wait for takes the server longer than 10 s; and some time to find
  /// that out.
  static final int SECONDS = 17;

  interface Task {
    void run(int index) throws Exception;
  }

  static Siege of(Fortress server, int network) {
    return new Siege(server, network, System.nanoTime() + SECONDS * 1_000_000_000L);
  }

  boolean goesOn() {
    return System.nanoTime() < endNanos;
  }

  String address(int host) {
    return "127.1.%d.%d".formatted(network, host + 1);
  }

  /// Each on a thread of its own; throws what one of them threw.
  static void together(int count, Task task) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        int index = i;
        running.add(
            threads.submit(
                () -> {
                  task.run(index);
                  return index;
                }));
      }
    }
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause());
      }
    }
  }
}
