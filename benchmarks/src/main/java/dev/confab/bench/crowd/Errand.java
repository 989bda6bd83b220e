package dev.confab.bench.crowd;

import dev.confab.system.bench.BenchmarkException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Something that takes long, and is done on another thread while the generator goes on.
public final class Errand<T> {
  private final FutureTask<T> task;

  private Errand(FutureTask<T> task) {
    this.task = task;
  }

  public static <T> Errand<T> begin(Callable<T> what) {
    FutureTask<T> task = new FutureTask<>(what);
    Thread.ofVirtual().name("errand").start(task);
    return new Errand<>(task);
  }

  public boolean isDone() {
    return task.isDone();
  }

  /// What came of it, once it is done.
  public T result() throws BenchmarkException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new BenchmarkException("the server cannot be looked at: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", e);
    }
  }
}
