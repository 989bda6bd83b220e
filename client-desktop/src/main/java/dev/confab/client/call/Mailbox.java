package dev.confab.client.call;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The call thread's queue and timer. One task runs after the other; a bug in one is logged once
/// and told on the call thread. Any thread; once the executor is shut down nothing happens.
final class Mailbox implements CallThread {
  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

  private final ScheduledExecutorService executor;
  private final Runnable afterBug;

  /// `executor` has a single thread.
  Mailbox(ScheduledExecutorService executor, Runnable afterBug) {
    this.executor = executor;
    this.afterBug = afterBug;
  }

  @Override
  public void execute(Runnable task) {
    try {
      executor.execute(() -> guarded(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("Dropped: the engine is closed");
    }
  }

  @Override
  public void after(long millis, Runnable task) {
    try {
      var _ = executor.schedule(() -> guarded(task), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Dropped: the engine is closed");
    }
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.error("A bug on the call thread; the call ends", e);
      afterBug.run();
    }
  }
}
