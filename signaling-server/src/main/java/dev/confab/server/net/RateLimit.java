package dev.confab.server.net;

/// A bucket that fills with `perSecond` tokens a second, up to that many. Each message takes one.
/// Who goes on when it is empty gets into debt, message by message, and is cut off when that is as
/// large as a full bucket. Belongs to one thread.
final class RateLimit {
  private final double perSecond;
  private double tokens;
  private long filledAt;

  enum Verdict {
    ADMIT,
    REFUSE,
    CUT
  }

  /// `now` as in [System#nanoTime].
  RateLimit(int perSecond, long now) {
    this.perSecond = perSecond;
    this.tokens = perSecond;
    this.filledAt = now;
  }

  Verdict take(long now) {
    tokens = Math.min(perSecond, tokens + (now - filledAt) * perSecond / 1e9);
    filledAt = now;
    tokens -= 1;
    if (tokens >= 0) {
      return Verdict.ADMIT;
    }
    return tokens > -perSecond ? Verdict.REFUSE : Verdict.CUT;
  }
}
