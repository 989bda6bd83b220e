package dev.confab.server.net;

/// A bucket that fills with `perSecond` tokens a second, up to what that makes in [#BURST_SECONDS]:
/// a member of a full room whose network has changed says everything to everyone anew, at once.
/// Each message takes one. Who goes on when it is empty gets into debt, message by message, and is
/// cut off when that is worth a second. Belongs to one thread.
final class RateLimit {
  static final int BURST_SECONDS = 3;

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
    this.tokens = BURST_SECONDS * perSecond;
    this.filledAt = now;
  }

  Verdict take(long now) {
    double filled = tokens + (now - filledAt) * perSecond / 1e9;
    tokens = Math.min(BURST_SECONDS * perSecond, filled);
    filledAt = now;
    tokens -= 1;
    if (tokens >= 0) {
      return Verdict.ADMIT;
    }
    return tokens > -perSecond ? Verdict.REFUSE : Verdict.CUT;
  }
}
