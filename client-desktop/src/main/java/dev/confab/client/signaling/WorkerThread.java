package dev.confab.client.signaling;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A [Worker] of one daemon thread, `confab-signaling`. Made for one session; ends with it.
final class WorkerThread implements Worker {
  private final ScheduledThreadPoolExecutor executor;

  WorkerThread() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().name("confab-signaling").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Future<?> pending = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> pending.cancel(false);
  }

  @Override
  public void shutdown() {
    executor.shutdown();
  }

  @Override
  public void awaitEnd(Duration limit) throws InterruptedException {
    boolean ended = executor.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
    if (!ended) {
      executor.shutdownNow();
    }
  }
}
