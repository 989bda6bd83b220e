package dev.confab.server.gate;

import dev.confab.protocol.Limits;

/// How much one connection may say: messages and bytes come back at an even rate, up to what that
/// makes in [#BURST_SECONDS]: a member of a full room whose network has changed says everything to
/// everyone anew, at once. Who goes on when there are none gets into debt, message by message, and
/// is cut off when that is worth a second. What passes here is also taken out of what its address
/// has; see [Part]. Belongs to one thread.
public final class RateLimit {
  static final int BURST_SECONDS = 3;
  static final int BYTES_BURST_SECONDS = 4;

  /// Of what one may say at once, this part is everyone's, however much the others at its address
  /// say: enough to come into a call of six.
  private static final int NEWCOMERS_SHARE = 5;

  private final Crowd crowd;
  private final Bucket messages;
  private final Bucket bytes;
  private final Part messagesOfAll;
  private final Part bytesOfAll;

  /// `now` as in [System#nanoTime].
  RateLimit(Rates rates, Crowd crowd, long now) {
    this.crowd = crowd;
    this.messages = new Bucket(rates.messages(), now);
    this.bytes = new Bucket(rates.bytes(), now);
    this.messagesOfAll = new Part(crowd.messages(), rates.messages().most() / NEWCOMERS_SHARE, now);
    this.bytesOfAll = new Part(crowd.bytes(), rates.bytes().most() / NEWCOMERS_SHARE, now);
  }

  /// Of one connection.
  record Rates(Rate messages, Rate bytes) {
    static Rates of(Limits limits) {
      return new Rates(
          Rate.of(limits.messagesPerSecond(), BURST_SECONDS),
          Rate.of(limits.bytesPerSecond(), BYTES_BURST_SECONDS));
    }
  }

  /// A message of this length.
  public Verdict take(int length, long now) {
    Verdict own = take(messages, 1, now).orWorse(take(bytes, length, now));
    if (own != Verdict.ADMIT) {
      return own;
    }
    int sharers = crowd.open();
    Verdict byCount = messagesOfAll.take(1, sharers, messages.rate().perSecond(), now);
    return byCount.orWorse(bytesOfAll.take(length, sharers, bytes.rate().perSecond(), now));
  }

  /// Whether it may be told so many bytes once more. They count as what its address says, since it
  /// took next to nothing to ask for them.
  public boolean mayHearAgain(int length, long now) {
    return bytesOfAll.mayTake(length, crowd.open(), now);
  }

  private static Verdict take(Bucket bucket, int amount, long now) {
    double level = bucket.take(amount, now);
    if (level >= 0) {
      return Verdict.ADMIT;
    }
    return level > -bucket.rate().perSecond() ? Verdict.REFUSE : Verdict.CUT;
  }
}
