package dev.confab.server.room;

import dev.confab.protocol.PeerId;
import java.util.HashMap;
import java.util.Map;

/// What waits for a client that does not keep up, or is away, by who said it. Without a bound for
/// each, one member could fill what is kept for another, who would lose what others say, and its
/// place.
final class Shares {
  private final Map<PeerId, Share> shares = new HashMap<>();

  private static final class Share {
    private int messages;
    private int bytes;
  }

  /// Counts a signal, and says whether its sender may let this wait too; a first one always may.
  /// `members` share what is kept.
  boolean takes(PeerId from, int bytes, int members) {
    Share share = shares.computeIfAbsent(from, _ -> new Share());
    boolean fits =
        share.messages < Replay.MAX_MESSAGES / members
            && share.bytes + bytes <= Replay.MAX_WEIGHT / members;
    if (share.messages > 0 && !fits) {
      return false;
    }
    share.messages++;
    share.bytes += bytes;
    return true;
  }
}
