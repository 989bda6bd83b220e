package dev.confab.server.entry;

import dev.confab.server.room.Finding;
import dev.confab.server.room.Inspection;
import dev.confab.server.room.Inspector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread on which passwords and invitations are looked at, one after the other, and what
/// waits for it. It begins with the first.
public final class Inspections implements AutoCloseable {
  static final int MAX_WAITING = 64;

  private static final Logger LOG = LoggerFactory.getLogger("confab.server");

  private final Inspector inspector;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().name("passwords").daemon().factory());

  public Inspections(Inspector inspector) {
    this.inspector = inspector;
  }

  /// `answer` is called on the thread of this class; or at once, where too many wait.
  public void submit(Inspection inspection, Consumer<Finding> answer) {
    try {
      thread.execute(() -> answer.accept(inspect(inspection)));
    } catch (RejectedExecutionException full) {
      answer.accept(new Finding.Busy());
    }
  }

  private Finding inspect(Inspection inspection) {
    try {
      return inspector.inspect(inspection);
    } catch (RuntimeException bug) {
      LOG.atError().addKeyValue("event", "failed").setCause(bug).log("a bug in an inspection");
      return new Finding.Busy();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
