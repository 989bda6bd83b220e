package dev.confab.server.room;

import dev.confab.protocol.ServerMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The last messages of a session, for a client that comes back: the newest [#MAX_MESSAGES] of
/// them, and of these no more than [#MAX_WEIGHT]. Also counts them: `seq` begins at 1.
final class Replay {
  static final int MAX_MESSAGES = 256;

  /// In bytes, about.
  static final int MAX_WEIGHT = 1 << 20;

  /// A message without a payload, about.
  private static final int BASE_WEIGHT = 256;

  private final Deque<ServerMessage> kept = new ArrayDeque<>(4);
  private final Tally tally;
  private int weight;
  private long lastSeq;

  /// `tally` has all that is kept, here and elsewhere.
  Replay(Tally tally) {
    this.tally = tally;
  }

  /// Gives the message its number and keeps it.
  ServerMessage add(ServerMessage message) {
    ServerMessage numbered = Numbering.number(message, ++lastSeq);
    kept.addLast(numbered);
    weigh(weight(numbered));
    while (kept.size() > MAX_MESSAGES || weight > MAX_WEIGHT) {
      weigh(-weight(kept.removeFirst()));
    }
    return numbered;
  }

  private void weigh(int more) {
    weight += more;
    tally.add(more);
  }

  /// In bytes, about.
  int weight() {
    return weight;
  }

  /// Nothing can be said again.
  void forget() {
    kept.clear();
    weigh(-weight);
  }

  /// The number of a message that is not kept: the `welcome` of a new session. Only the first can
  /// be, since what is kept has no gaps.
  long first() {
    return ++lastSeq;
  }

  /// What came after `seq`; empty when that is no longer all there, or was never sent.
  Optional<List<ServerMessage>> after(long seq) {
    long oldest = lastSeq - kept.size() + 1;
    if (seq > lastSeq || seq < oldest - 1) {
      return Optional.empty();
    }
    return Optional.of(kept.stream().filter(message -> message.seq() > seq).toList());
  }

  private static int weight(ServerMessage message) {
    return message instanceof ServerMessage.Signal signal
        ? BASE_WEIGHT + signal.payload().length()
        : BASE_WEIGHT;
  }
}
