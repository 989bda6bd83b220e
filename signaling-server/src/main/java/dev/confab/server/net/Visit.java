package dev.confab.server.net;

import dev.confab.server.gate.Visitors;
import dev.confab.server.gate.Visitors.Verdict;
import java.util.concurrent.atomic.AtomicReference;

/// One socket among those of its address. It may end on another thread while it enters: then it has
/// left.
final class Visit {
  /// A member who leaves and joins again and again is hardly a person.
  private static final int JOINS_PER_SECOND = 2;

  private static final int JOIN_BURST = 10;

  private final Visitors visitors;
  private final AtomicReference<State> state = new AtomicReference<>(State.OUTSIDE);
  private volatile String key = "";
  private volatile boolean refused;
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

  /// Once, when it is known where it comes from.
  Verdict enter(String from) {
    key = from;
    Verdict verdict = visitors.enter(from);
    refused = verdict != Verdict.ADMIT;
    if (verdict != Verdict.CUT && !state.compareAndSet(State.OUTSIDE, State.INSIDE)) {
      visitors.leave(from);
    }
    return verdict;
  }

  void leave() {
    if (state.getAndSet(State.GONE) == State.INSIDE) {
      visitors.leave(key);
    }
  }

  /// As in [dev.confab.server.gate.AddressText#key]; empty until it has entered.
  String key() {
    return key;
  }

  boolean isRefused() {
    return refused;
  }

  /// On the socket's own thread.
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
