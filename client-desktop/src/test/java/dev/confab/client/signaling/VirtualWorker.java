package dev.confab.client.signaling;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/// A worker whose time stands still until it is told to pass. Tasks run in the caller's thread, in
/// [#advance].
final class VirtualWorker implements Worker {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::order));
  private Duration now = Duration.ZERO;
  private long order;
  private boolean shutDown;

  private record Task(Duration due, long order, Runnable work) {}

  @Override
  public void execute(Runnable task) {
    Timer _ = after(Duration.ZERO, task);
  }

  @Override
  public Timer after(Duration delay, Runnable work) {
    Task task = new Task(now.plus(delay), order++, work);
    if (!shutDown) {
      tasks.add(task);
    }
    return () -> tasks.remove(task);
  }

  @Override
  public void shutdown() {
    shutDown = true;
    tasks.clear();
  }

  @Override
  public void awaitEnd(Duration limit) {
    advance(limit);
  }

  void runDue() {
    advance(Duration.ZERO);
  }

  void advance(Duration time) {
    Duration end = now.plus(time);
    while (!tasks.isEmpty() && tasks.element().due().compareTo(end) <= 0) {
      Task next = tasks.remove();
      now = next.due();
      next.work().run();
    }
    now = end;
  }

  /// Nothing is left that would ever run.
  boolean isIdle() {
    return tasks.isEmpty();
  }

  boolean isShutDown() {
    return shutDown;
  }
}
