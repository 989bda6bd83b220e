package dev.confab.server.gate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How many are here from each address, and how fast they came. An address is forgotten when nobody
/// is here from it and its buckets are full again. Thread-safe: sockets come and go on several
/// threads.
public final class Visitors {
  /// A bucket holds what comes back in so long: all of an office may come back at once.
  static final int BURST_SECONDS = 5;

  /// Sockets beyond the limit that may stay for as long as it takes to tell them.
  static final int SPARE = 16;

  /// For each connection that an address may make in a second.
  private static final int JOINS = 2;

  private static final int FIRST_SWEEP = 1024;

  private final AccessRules rules;
  private final LongSupplier clock;
  private final Map<String, Visits> visits = new ConcurrentHashMap<>();
  private final AtomicInteger sweepAt = new AtomicInteger(FIRST_SWEEP);

  public enum Verdict {
    ADMIT,
    /// One too many, and to be told so.
    REFUSE,
    /// Far too many: to be closed without a word.
    CUT
  }

  private record Visits(int open, Bucket connections, Bucket joins) {}

  /// `clock` as [System#nanoTime].
  public Visitors(AccessRules rules, LongSupplier clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /// Someone came. Whoever is not cut off has to [#leave].
  public Verdict enter(String key) {
    sweepWhenMany();
    Verdict[] verdict = new Verdict[1];
    visits.compute(
        key,
        (_, before) -> {
          Visits now = filled(before);
          Bucket connections = now.connections().less();
          verdict[0] = judge(now.open() + 1, connections.tokens());
          return verdict[0] == Verdict.CUT
              ? now
              : new Visits(now.open() + 1, connections, now.joins());
        });
    return verdict[0];
  }

  private Verdict judge(int open, double tokens) {
    if (open > rules.maxConnections() + SPARE || tokens < -rules.connectionsPerSecond()) {
      return Verdict.CUT;
    }
    return open > rules.maxConnections() || tokens < 0 ? Verdict.REFUSE : Verdict.ADMIT;
  }

  public void leave(String key) {
    visits.computeIfPresent(
        key,
        (_, before) -> {
          Visits now = filled(before);
          Visits after = new Visits(now.open() - 1, now.connections(), now.joins());
          return isForgettable(after) ? null : after;
        });
  }

  /// Whether one of those who are here may enter a room now.
  public boolean mayJoin(String key) {
    boolean[] may = new boolean[1];
    visits.computeIfPresent(
        key,
        (_, before) -> {
          Visits now = filled(before);
          may[0] = now.joins().tokens() >= 1;
          return may[0] ? new Visits(now.open(), now.connections(), now.joins().less()) : now;
        });
    return may[0];
  }

  /// How many addresses are remembered.
  int size() {
    return visits.size();
  }

  private Visits filled(@Nullable Visits before) {
    long now = clock.getAsLong();
    double perSecond = rules.connectionsPerSecond();
    double burst = burst();
    if (before == null) {
      return new Visits(0, new Bucket(burst, now), new Bucket(JOINS * burst, now));
    }
    return new Visits(
        before.open(),
        before.connections().filled(now, perSecond, burst),
        before.joins().filled(now, JOINS * perSecond, JOINS * burst));
  }

  private double burst() {
    return (double) BURST_SECONDS * rules.connectionsPerSecond();
  }

  private boolean isForgettable(Visits it) {
    return it.open() == 0
        && it.connections().tokens() >= burst()
        && it.joins().tokens() >= JOINS * burst();
  }

  /// When as many again are remembered as were worth it last time.
  private void sweepWhenMany() {
    if (visits.size() >= sweepAt.get()) {
      for (String key : visits.keySet()) {
        visits.computeIfPresent(key, (_, it) -> isForgettable(filled(it)) ? null : it);
      }
      sweepAt.set(Math.max(FIRST_SWEEP, 2 * visits.size()));
    }
  }
}
