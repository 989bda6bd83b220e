package dev.confab.server.gate;

/// Tokens that come back with time, up to a burst. `at` as in [System#nanoTime].
record Bucket(double tokens, long at) {
  Bucket filled(long now, double perSecond, double burst) {
    return new Bucket(Math.min(burst, tokens + (now - at) * perSecond / 1e9), now);
  }

  Bucket less() {
    return new Bucket(tokens - 1, at);
  }
}
