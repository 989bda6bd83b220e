package dev.confab.server.net;

/// Two buckets, one of messages and one of bytes, that fill at an even rate, up to what that makes
/// in [#BURST_SECONDS]: a member of a full room whose network has changed says everything to
/// everyone anew, at once. Each message takes out of both. Who goes on when one is empty gets into
/// debt, message by message, and is cut off when that is worth a second. Belongs to one thread.
final class RateLimit {
  static final int BURST_SECONDS = 3;
  static final int BYTES_BURST_SECONDS = 4;

  private final Bucket messages;
  private final Bucket bytes;
  private long filledAt;

  /// From the mildest on.
  enum Verdict {
    ADMIT,
    REFUSE,
    CUT
  }

  /// `now` as in [System#nanoTime].
  RateLimit(int messagesPerSecond, int bytesPerSecond, long now) {
    this.messages = new Bucket(messagesPerSecond, BURST_SECONDS);
    this.bytes = new Bucket(bytesPerSecond, BYTES_BURST_SECONDS);
    this.filledAt = now;
  }

  /// A message of this length.
  Verdict take(int length, long now) {
    double seconds = (now - filledAt) / 1e9;
    filledAt = now;
    Verdict byCount = messages.take(1, seconds);
    Verdict bySize = bytes.take(length, seconds);
    return byCount.compareTo(bySize) > 0 ? byCount : bySize;
  }

  private static final class Bucket {
    private final double perSecond;
    private final double most;
    private double level;

    private Bucket(double perSecond, int burstSeconds) {
      this.perSecond = perSecond;
      this.most = burstSeconds * perSecond;
      this.level = most;
    }

    private Verdict take(int amount, double seconds) {
      level = Math.min(most, level + seconds * perSecond) - amount;
      if (level >= 0) {
        return Verdict.ADMIT;
      }
      return level > -perSecond ? Verdict.REFUSE : Verdict.CUT;
    }
  }
}
