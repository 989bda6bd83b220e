package dev.confab.server.gate;

/// Tokens that come back with time, up to a burst; who goes on gets into debt. Times as in
/// [System#nanoTime]. Belongs to one thread.
final class Bucket {
  private final Rate rate;
  private double level;
  private long filledAt;

  /// Full.
  Bucket(Rate rate, long now) {
    this.rate = rate;
    this.level = rate.most();
    this.filledAt = now;
  }

  Rate rate() {
    return rate;
  }

  double level(long now) {
    level = Math.min(rate.most(), level + (now - filledAt) * rate.perSecond() / 1e9);
    filledAt = now;
    return level;
  }

  boolean isFull(long now) {
    return level(now) >= rate.most();
  }

  /// The level afterwards; never more debt than a full bucket.
  double take(double amount, long now) {
    level = Math.max(-rate.most(), level(now) - amount);
    return level;
  }
}
