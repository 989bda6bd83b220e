package dev.confab.server.entry;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// A thread for work that strangers make, one piece after the other, and what waits for it. It
/// begins with the first. Methods may be called on any thread.
///
/// The line goes by rounds, in each of which every address has one turn: whoever makes much work
/// waits for that, and others do not. Whoever wanted something in the last minute stands behind
/// those who did not. Where too many wait, whoever is in the last round gives way.
public final class FairLine implements AutoCloseable {
  static final long LATELY_NANOS = TimeUnit.MINUTES.toNanos(1);
  static final int MAX_REMEMBERED = 10_000;

  private final int mostWaiting;
  private final LongSupplier nanos;
  private final PriorityBlockingQueue<Runnable> line;
  private final ThreadPoolExecutor thread;

  /// The last round in which each address has a turn, for those that may still wait for it.
  private final Map<String, Long> lastRounds = new HashMap<>();

  /// When each address last wanted something, the eldest first.
  private final Map<String, Long> lately = new LinkedHashMap<>();

  private long submitted;

  /// The one whose turn it is.
  private volatile long round;

  /// `name` is the thread's; `nanos` is a clock like [System#nanoTime].
  public FairLine(String name, int mostWaiting, LongSupplier nanos) {
    this.mostWaiting = mostWaiting;
    this.nanos = nanos;
    this.line =
        new PriorityBlockingQueue<>(mostWaiting + 1, Comparator.comparing(Waiting.class::cast));
    this.thread =
        new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, line, Thread.ofPlatform().name(name).daemon().factory());
  }

  private final class Waiting implements Runnable, Comparable<Waiting> {
    private static final Comparator<Waiting> ORDER =
        Comparator.<Waiting>comparingLong(it -> it.turn).thenComparingLong(it -> it.number);

    private final String address;
    private final long turn;
    private final long number = submitted++;
    private final Runnable work;
    private final Runnable refusal;

    Waiting(String address, long turn, Runnable work, Runnable refusal) {
      this.address = address;
      this.turn = turn;
      this.work = work;
      this.refusal = refusal;
    }

    @Override
    public void run() {
      round = turn;
      work.run();
    }

    @Override
    public int compareTo(Waiting other) {
      return ORDER.compare(this, other);
    }
  }

  /// `address` is that of whoever wants it. `work` runs on the thread of this class; or `refusal`
  /// on that of whoever submits, which must not wait, where too many do.
  public synchronized void submit(String address, Runnable work, Runnable refusal) {
    lastRounds.values().removeIf(last -> last <= round);
    long first = wantedLately(address) ? round + 1 : round;
    long turn = Math.max(lastRounds.getOrDefault(address, round), first) + 1;
    Waiting newcomer = new Waiting(address, turn, work, refusal);
    if (line.size() >= mostWaiting && !makeRoomFor(newcomer)) {
      refusal.run();
      return;
    }
    try {
      thread.execute(newcomer);
      lastRounds.put(address, turn);
      remember(address);
    } catch (RejectedExecutionException closed) {
      refusal.run();
    }
  }

  private boolean wantedLately(String address) {
    Long at = lately.get(address);
    return at != null && nanos.getAsLong() - at < LATELY_NANOS;
  }

  private void remember(String address) {
    lately.remove(address);
    lately.put(address, nanos.getAsLong());
    if (lately.size() > MAX_REMEMBERED) {
      lately.remove(lately.keySet().iterator().next());
    }
  }

  /// False where it would be in the last round itself.
  private boolean makeRoomFor(Waiting newcomer) {
    Waiting last = (Waiting) Collections.max(line, line.comparator());
    if (last.turn <= newcomer.turn) {
      return false;
    }
    if (line.remove(last)) { // or its turn has just come
      lastRounds.put(last.address, last.turn - 1);
      last.refusal.run();
    }
    return true;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
