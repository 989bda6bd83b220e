package dev.confab.client.rtc;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread on which devices are listed, opened and closed. These calls may take seconds, so
/// they are kept off the call thread; and some of them must always come from the same thread (COM
/// on Windows).
final class DeviceThread implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceThread.class);

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("confab-devices").daemon().factory());

  DeviceThread() {
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
  }

  @Override
  public void execute(Runnable task) {
    after(0, task);
  }

  /// Runs the task after so many milliseconds.
  void after(long millis, Runnable task) {
    try {
      var _ = executor.schedule(() -> guarded(task), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Dropped: the devices are closed");
    }
  }

  void every(long millis, Runnable task) {
    var _ =
        executor.scheduleWithFixedDelay(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  /// What is still to be closed is closed; waits for that at most so long.
  boolean shutDown(long millis) throws InterruptedException {
    // Tasks without delay are in the same queue as delayed ones: a last one runs after them.
    executor.execute(executor::shutdown);
    return executor.awaitTermination(millis, TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.error("A bug on the device thread", e);
    }
  }
}
