package dev.confab.server.net;

import dev.confab.server.gate.RateLimit;
import dev.confab.server.gate.Verdict;
import dev.confab.server.gate.Visitors;
import org.jspecify.annotations.Nullable;

/// One socket among those of its address. Belongs to the thread of the [SocketLoop].
final class Visit {
  /// A member who leaves and joins again and again is hardly a person.
  private static final int JOINS_PER_SECOND = 2;

  private static final int JOIN_BURST = 10;

  private final Visitors visitors;
  private State state = State.OUTSIDE;
  private String key = "";
  private boolean refused;
  private @Nullable RateLimit rateLimit;
  private double joins = JOIN_BURST;
  private long joinedAt = System.nanoTime();

  private enum State {
    OUTSIDE,
    INSIDE,
    GONE
  }

  Visit(Visitors visitors) {
    this.visitors = visitors;
  }

  /// Once, when it is known where it comes from, and unless it has left.
  Verdict enter(String from) {
    key = from;
    Verdict verdict = visitors.enter(from);
    refused = verdict != Verdict.ADMIT;
    if (verdict != Verdict.CUT) {
      state = State.INSIDE;
    }
    return verdict;
  }

  void leave() {
    if (state == State.INSIDE) {
      visitors.leave(key);
    }
    state = State.GONE;
  }

  /// As in [dev.confab.server.gate.AddressText#key]; empty until it has entered.
  String key() {
    return key;
  }

  boolean isRefused() {
    return refused;
  }

  /// Where it is.
  Rejection whyRefused() {
    return visitors.isFull(key) ? Rejection.ADDRESS_FULL : Rejection.ADDRESS_RATE;
  }

  /// How much it may say, once it has entered.
  RateLimit rateLimit() {
    if (rateLimit == null) {
      rateLimit = visitors.rateLimit(key);
    }
    return rateLimit;
  }

  boolean mayJoin() {
    long now = System.nanoTime();
    joins = Math.min(JOIN_BURST, joins + (now - joinedAt) * JOINS_PER_SECOND / 1e9);
    joinedAt = now;
    if (joins < 1 || !visitors.mayJoin(key)) {
      return false;
    }
    joins--;
    return true;
  }
}
