package dev.confab.server.net;

import dev.confab.protocol.CloseCode;
import dev.confab.server.room.ConnectionId;
import java.nio.ByteBuffer;
import java.time.Duration;

/// One open socket, as the thread of [RoomLoop] sees it.
final class Connection {
  private final ConnectionId id;
  private final ClientSocket socket;
  private final Outbox outbox;

  private long pingedAt = System.nanoTime();

  /// What the ping held that is not answered yet, or negative.
  private long awaited = -1;

  Connection(ConnectionId id, ClientSocket socket, Outbox outbox) {
    this.id = id;
    this.socket = socket;
    this.outbox = outbox;
  }

  ConnectionId id() {
    return id;
  }

  /// The client's address, as a key for limits: IPv4 as text, IPv6 cut to its first 64 bits; behind
  /// a trusted proxy, the one that the proxy names.
  String addressKey() {
    return socket.visit().key();
  }

  /// Whether it may enter a room now; not too often.
  boolean mayJoin() {
    return socket.visit().mayJoin();
  }

  /// Whether it may be told so many bytes once more.
  boolean mayHearAgain(int bytes) {
    return socket.visit().rateLimit().mayHearAgain(bytes, System.nanoTime());
  }

  boolean send(ByteBuffer frame) {
    return outbox.send(frame);
  }

  /// It does not take all that it is told: runs this when it has taken nothing for too long.
  void watch(Runnable tooSlow) {
    outbox.watch(tooSlow);
  }

  void close(CloseCode code) {
    socket.close(code.number(), CloseReasons.text(code));
  }

  /// What waits to be written to it.
  int unsentFrames() {
    return socket.unsent().frames();
  }

  int unsentBytes() {
    return socket.unsent().bytes();
  }

  /// Gives it up, with what waits: a close frame behind all of that would never arrive.
  void closeTooSlow() {
    socket.unsent().dropWhole();
    close(CloseCode.TOO_SLOW);
  }

  /// Ends it without a word.
  void cut() {
    socket.cut();
  }

  /// Nothing at all has come for so long. `now` as in [System#nanoTime].
  boolean isSilentFor(Duration time, long now) {
    return now - socket.lastHeard() > time.toNanos();
  }

  /// Whether the last ping was so long ago.
  boolean isPingDue(Duration interval, long now) {
    return now - pingedAt >= interval.toNanos();
  }

  /// Asks whether every message up to `seq` has arrived.
  void ping(long seq) {
    pingedAt = System.nanoTime();
    if (outbox.ping(seq)) {
      awaited = seq;
    }
  }

  /// Up to which message everything has arrived, according to what a pong holds: what was in the
  /// last ping. Negative for a pong that nobody asked for.
  long arrived(ByteBuffer pong) {
    if (awaited < 0 || pong.remaining() != Long.BYTES || pong.getLong(pong.position()) != awaited) {
      return -1;
    }
    long seq = awaited;
    awaited = -1;
    return seq;
  }
}
