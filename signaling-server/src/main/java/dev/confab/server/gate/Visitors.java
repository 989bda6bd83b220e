package dev.confab.server.gate;

import dev.confab.protocol.Limits;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/// How many are here from each address, how fast they came, and how much they say. An address is
/// forgotten when nobody is here from it and its buckets are full again. Belongs to one thread.
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
  private final RateLimit.Rates ofOne;
  private final Crowd.Rates ofAll;
  private final Map<String, Crowd> crowds = new HashMap<>();
  private int sweepAt = FIRST_SWEEP;

  /// `limits` are those of one connection; `clock` as [System#nanoTime].
  public Visitors(AccessRules rules, Limits limits, LongSupplier clock) {
    this.rules = rules;
    this.clock = clock;
    this.ofOne = RateLimit.Rates.of(limits);
    Rate connections = Rate.of(rules.connectionsPerSecond(), BURST_SECONDS);
    this.ofAll =
        new Crowd.Rates(
            connections,
            connections.times(JOINS),
            ofOne.messages().times(rules.busyConnections()),
            ofOne.bytes().times(rules.busyConnections()));
  }

  /// Someone came. Whoever is not cut off has to [#leave].
  public Verdict enter(String key) {
    sweepWhenMany();
    long now = clock.getAsLong();
    Crowd crowd = crowds.computeIfAbsent(key, _ -> new Crowd(ofAll, now));
    Verdict verdict = judge(crowd.open() + 1, crowd.connections().level(now) - 1);
    if (verdict != Verdict.CUT) {
      crowd.connections().take(1, now);
      crowd.came();
    }
    return verdict;
  }

  private Verdict judge(int open, double tokens) {
    if (open > rules.maxConnections() + SPARE || tokens < -rules.connectionsPerSecond()) {
      return Verdict.CUT;
    }
    return open > rules.maxConnections() || tokens < 0 ? Verdict.REFUSE : Verdict.ADMIT;
  }

  /// Whether as many are here from there as may be.
  public boolean isFull(String key) {
    Crowd crowd = crowds.get(key);
    return crowd != null && crowd.open() >= rules.maxConnections();
  }

  public void leave(String key) {
    Crowd crowd = crowds.get(key);
    if (crowd != null) {
      crowd.went();
      if (crowd.isForgettable(clock.getAsLong())) {
        crowds.remove(key);
      }
    }
  }

  /// Whether one of those who are here may enter a room now.
  public boolean mayJoin(String key) {
    Crowd crowd = crowds.get(key);
    long now = clock.getAsLong();
    if (crowd == null || crowd.joins().level(now) < 1) {
      return false;
    }
    crowd.joins().take(1, now);
    return true;
  }

  /// How much one of those who are here may say. It is good until that one leaves.
  public RateLimit rateLimit(String key) {
    return new RateLimit(ofOne, Objects.requireNonNull(crowds.get(key)), clock.getAsLong());
  }

  /// How many addresses are remembered.
  int size() {
    return crowds.size();
  }

  /// When as many again are remembered as were worth it last time.
  private void sweepWhenMany() {
    if (crowds.size() >= sweepAt) {
      long now = clock.getAsLong();
      crowds.values().removeIf(crowd -> crowd.isForgettable(now));
      sweepAt = Math.max(FIRST_SWEEP, 2 * crowds.size());
    }
  }
}
