package dev.confab.server.entry;

import dev.confab.server.room.Finding;
import dev.confab.server.room.Inspection;
import dev.confab.server.room.Inspector;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread on which passwords and invitations are looked at, one after the other, and what
/// waits for it. It begins with the first.
///
/// The line goes by rounds, in each of which every address has one turn: whoever makes much work
/// waits for that, and others do not. Where too many wait, whoever is in the last round gives way.
public final class Inspections implements AutoCloseable {
  static final int MAX_WAITING = 64;

  private static final Logger LOG = LoggerFactory.getLogger("confab.server");

  private final Inspector inspector;
  private final PriorityBlockingQueue<Runnable> line =
      new PriorityBlockingQueue<>(MAX_WAITING + 1, Comparator.comparing(Waiting.class::cast));
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          line,
          Thread.ofPlatform().name("passwords").daemon().factory());

  /// The last round in which each address has a turn, for those that may still wait for it. Belongs
  /// to whoever submits.
  private final Map<String, Long> lastRounds = new HashMap<>();

  private long submitted;

  /// The one whose turn it is.
  private volatile long round;

  public Inspections(Inspector inspector) {
    this.inspector = inspector;
  }

  private final class Waiting implements Runnable, Comparable<Waiting> {
    private static final Comparator<Waiting> ORDER =
        Comparator.<Waiting>comparingLong(it -> it.turn).thenComparingLong(it -> it.number);

    private final String address;
    private final long turn;
    private final long number = submitted++;
    private final Inspection inspection;
    private final Consumer<Finding> answer;

    Waiting(String address, long turn, Inspection inspection, Consumer<Finding> answer) {
      this.address = address;
      this.turn = turn;
      this.inspection = inspection;
      this.answer = answer;
    }

    @Override
    public void run() {
      round = turn;
      answer.accept(inspect(inspection));
    }

    @Override
    public int compareTo(Waiting other) {
      return ORDER.compare(this, other);
    }
  }

  /// `address` is that of whoever wants it. `answer` is called on the thread of this class; or at
  /// once, where too many wait. Belongs to one thread.
  public void submit(String address, Inspection inspection, Consumer<Finding> answer) {
    lastRounds.values().removeIf(last -> last <= round);
    long turn = lastRounds.getOrDefault(address, round) + 1;
    Waiting newcomer = new Waiting(address, turn, inspection, answer);
    if (line.size() >= MAX_WAITING && !makeRoomFor(newcomer)) {
      answer.accept(new Finding.Busy());
      return;
    }
    try {
      thread.execute(newcomer);
      lastRounds.put(address, turn);
    } catch (RejectedExecutionException closed) {
      answer.accept(new Finding.Busy());
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
      last.answer.accept(new Finding.Busy());
    }
    return true;
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
