package dev.confab.server.dashboard;

import dev.confab.server.room.Buckets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How many wrong passwords there may be: from one address five at once, then one every ten
/// seconds; and from all addresses that have been wrong in the last minute together twenty at once,
/// then one every ten seconds. So nobody who guesses keeps somebody else out, and each further
/// address gives one guess a minute.
///
/// A guess counts from the moment it is made until it was found to be right. Any thread.
final class Guesses {
  static final int AT_ONCE = 5;
  static final int ALL_AT_ONCE = 20;
  static final Duration EACH = Duration.ofSeconds(10);
  static final Duration LATELY = Duration.ofMinutes(1);

  private static final String ALL = "all";

  private final LongSupplier nanos;
  private final long begin;
  private final Buckets<String> byAddress = new Buckets<>(AT_ONCE, EACH);
  private final Buckets<String> together = new Buckets<>(ALL_AT_ONCE, EACH);

  /// Not full for as long after a wrong guess as it counts.
  private final Buckets<String> suspects = new Buckets<>(1, LATELY);

  /// `nanos` is a clock like [System#nanoTime].
  Guesses(LongSupplier nanos) {
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
  }

  private long now() {
    return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - begin);
  }

  /// False: it is not to be looked at.
  synchronized boolean take(String address) {
    long now = now();
    boolean may =
        byAddress.hasToken(address, now)
            && (suspects.isFull(address, now) || together.hasToken(ALL, now));
    if (may) {
      byAddress.take(address, now);
      together.take(ALL, now);
      suspects.take(address, now);
    }
    return may;
  }

  /// It was right, or not looked at.
  synchronized void forgive(String address) {
    long now = now();
    byAddress.giveBack(address, now);
    together.giveBack(ALL, now);
    if (byAddress.isFull(address, now)) {
      suspects.giveBack(address, now);
    }
  }
}
