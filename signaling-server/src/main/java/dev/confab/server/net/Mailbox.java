package dev.confab.server.net;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the thread of the [SocketLoop] has to do besides its sockets: what others post, in its
/// order, and what is due. Only that thread calls [#run]; the other methods may be called on any. A
/// task that fails is logged, and the next one is done. After the end, tasks are dropped.
final class Mailbox implements AutoCloseable {
  private final EventLog log;
  private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private volatile Runnable wake = () -> {};
  private volatile boolean closed;
  private long lastTimer;

  /// `due` as in [System#nanoTime]; of two that are due at once, the older goes first.
  private record Timer(long due, long number, Runnable task) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      int byTime = Long.signum(due - other.due);
      return byTime == 0 ? Long.compare(number, other.number) : byTime;
    }
  }

  Mailbox(EventLog log) {
    this.log = log;
  }

  /// Is run, on any thread, when something was posted.
  void onPost(Runnable action) {
    wake = action;
  }

  void post(Runnable task) {
    if (!closed) {
      posted.add(task);
      wake.run();
    }
  }

  void after(Duration time, Runnable task) {
    long due = System.nanoTime() + time.toNanos();
    post(() -> timers.add(new Timer(due, ++lastTimer, task)));
  }

  /// Again and again, with this time in between.
  void every(Duration time, Runnable task) {
    after(
        time,
        () -> {
          try {
            task.run();
          } finally {
            every(time, task);
          }
        });
  }

  /// Does what has been posted until now, and what is due.
  void run() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    for (Runnable next = posted.poll(); next != null; next = posted.poll()) {
      tasks.add(next);
    }
    tasks.forEach(this::attempt);
    long now = System.nanoTime();
    while (timers.peek() instanceof Timer timer && timer.due() - now <= 0) {
      timers.remove();
      attempt(timer.task());
    }
  }

  private void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error bug) {
      log.failed("a bug on the rooms' thread", bug);
    }
  }

  /// How long [#run] has nothing to do, in ms, rounded up.
  long idleMillis() {
    if (!posted.isEmpty()) {
      return 0;
    }
    Timer next = timers.peek();
    long nanos = next == null ? Long.MAX_VALUE : next.due() - System.nanoTime();
    return nanos <= 0 ? 0 : Math.min(nanos / 1_000_000 + 1, 60_000);
  }

  /// How many tasks wait.
  int size() {
    return posted.size();
  }

  @Override
  public void close() {
    closed = true;
    posted.clear();
  }
}
