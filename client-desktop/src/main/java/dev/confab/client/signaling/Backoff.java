package dev.confab.client.signaling;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: 0.25 s, doubled each time up to 2 s, of which half is left
/// to chance, so that a server that restarts does not get everyone at once.
final class Backoff {
  private static final long FIRST_MILLIS = 250;
  private static final long LONGEST_MILLIS = 2_000;

  private final RandomGenerator random;
  private long millis = FIRST_MILLIS;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  Duration next() {
    long half = millis / 2;
    millis = Math.min(millis * 2, LONGEST_MILLIS);
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }

  void reset() {
    millis = FIRST_MILLIS;
  }
}
