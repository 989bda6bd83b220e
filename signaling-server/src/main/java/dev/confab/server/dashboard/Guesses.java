package dev.confab.server.dashboard;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How many wrong passwords there may be, from everybody together: five at once, then one every ten
/// seconds. Belongs to one thread.
final class Guesses {
  static final int AT_ONCE = 5;
  static final Duration EACH = Duration.ofSeconds(10);

  private final LongSupplier nanos;

  /// When all five are there again.
  private long fullAt;

  Guesses(LongSupplier nanos) {
    this.nanos = nanos;
    this.fullAt = nanos.getAsLong();
  }

  boolean mayTry() {
    return fullAt - nanos.getAsLong() <= EACH.toNanos() * (AT_ONCE - 1);
  }

  void wrong() {
    long now = nanos.getAsLong();
    fullAt = Math.max(fullAt - now, 0) + now + EACH.toNanos();
  }
}
