package dev.confab.server.room;

import dev.confab.protocol.ServerMessage;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a session was told and may not have got, for a client that comes back: the newest
/// [#MAX_MESSAGES] messages, and of these no more than [#MAX_WEIGHT]. Also counts them: `seq`
/// begins at 1.
///
/// A client says what it has got by answering a ping in which the last number stands. Otherwise
/// each member would have a megabyte kept for it in the course of a long call.
final class Replay {
  static final int MAX_MESSAGES = 256;

  /// In bytes, about.
  static final int MAX_WEIGHT = 1 << 20;

  /// When more is kept, the client is asked at once what it has, and not with the next ping that is
  /// due. In bytes, about.
  static final int ASK_WEIGHT = 8 * 1024;

  /// A message without a payload, about.
  private static final int BASE_WEIGHT = 256;

  private final Tally tally;

  /// Null while the client has everything, as most have most of the time.
  private @Nullable ArrayDeque<ServerMessage> kept;

  private int weight;
  private long lastSeq;
  private boolean asked;

  /// `tally` has all that is kept, here and elsewhere.
  Replay(Tally tally) {
    this.tally = tally;
  }

  /// Gives the message its number and keeps it.
  ServerMessage add(ServerMessage message) {
    ServerMessage numbered = Numbering.number(message, ++lastSeq);
    ArrayDeque<ServerMessage> messages = kept == null ? new ArrayDeque<>(4) : kept;
    kept = messages;
    messages.addLast(numbered);
    weigh(weight(numbered));
    while (messages.size() > MAX_MESSAGES || weight > MAX_WEIGHT) {
      weigh(-weight(messages.removeFirst()));
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

  /// The number of the last message; 0 before the first.
  long lastSeq() {
    return lastSeq;
  }

  /// Whether the client is to be asked now what it has. Once, until it answers.
  boolean asks() {
    boolean asks = !asked && weight > ASK_WEIGHT;
    asked |= asks;
    return asks;
  }

  /// The client has everything up to `seq`: it has answered, or has said so on a new socket. What
  /// was never said cannot have arrived.
  void arrived(long seq) {
    ArrayDeque<ServerMessage> messages = kept;
    if (seq > lastSeq) {
      return;
    }
    asked = false;
    while (messages != null && !messages.isEmpty() && messages.getFirst().seq() <= seq) {
      weigh(-weight(messages.removeFirst()));
    }
    if (messages != null && messages.isEmpty()) {
      kept = null;
    }
  }

  /// Nothing can be said again.
  void forget() {
    kept = null;
    weigh(-weight);
  }

  /// The number of a message that is not kept: the `welcome` of a new session. Only the first can
  /// be, since what is kept has no gaps.
  long first() {
    return ++lastSeq;
  }

  /// What came after `seq`; empty when that is no longer all there, or was never sent.
  Optional<List<ServerMessage>> after(long seq) {
    long oldest = lastSeq - (kept == null ? 0 : kept.size()) + 1;
    if (seq > lastSeq || seq < oldest - 1) {
      return Optional.empty();
    }
    return Optional.of(
        kept == null ? List.of() : kept.stream().filter(message -> message.seq() > seq).toList());
  }

  /// In bytes, about.
  static int weight(ServerMessage message) {
    return message instanceof ServerMessage.Signal signal
        ? BASE_WEIGHT + signal.payload().length()
        : BASE_WEIGHT;
  }
}
