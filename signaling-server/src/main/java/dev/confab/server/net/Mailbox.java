package dev.confab.server.net;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The thread that owns sessions and rooms: what is posted here is done there, one after the other.
/// A task that fails is logged, and the next one is done. After the end, tasks are dropped.
final class Mailbox implements AutoCloseable {
  private final EventLog log;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().name("rooms").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  Mailbox(EventLog log) {
    this.log = log;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  void post(Runnable task) {
    thread.execute(guarded(task));
  }

  void after(Duration time, Runnable task) {
    var _ = thread.schedule(guarded(task), time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Again and again, with this time in between.
  void every(Duration time, Runnable task) {
    long nanos = time.toNanos();
    var _ = thread.scheduleWithFixedDelay(guarded(task), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException bug) {
        log.failed("a bug on the rooms' thread", bug);
      }
    };
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
