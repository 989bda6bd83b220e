package dev.confab.client.signaling;

import java.time.Duration;
import java.util.function.Consumer;

/// A worker on which a bug in a task reaches one handler, and nothing runs after the shutdown.
final class GuardedWorker implements Worker {
  private final Worker worker;
  private final Consumer<RuntimeException> onBug;
  private boolean over;

  GuardedWorker(Worker worker, Consumer<RuntimeException> onBug) {
    this.worker = worker;
    this.onBug = onBug;
  }

  @Override
  public void execute(Runnable task) {
    worker.execute(() -> run(task));
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    return worker.after(delay, () -> run(task));
  }

  private void run(Runnable task) {
    if (over) {
      return;
    }
    try {
      task.run();
    } catch (RuntimeException e) {
      onBug.accept(e);
    }
  }

  /// On the worker itself.
  @Override
  public void shutdown() {
    over = true;
    worker.shutdown();
  }

  @Override
  public void awaitEnd(Duration limit) throws InterruptedException {
    worker.awaitEnd(limit);
  }
}
