package dev.confab.server.net;

import dev.confab.protocol.CloseCode;
import dev.confab.server.room.ConnectionId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// One open socket, as the thread of [RoomLoop] sees it.
final class Connection {
  private final ConnectionId id;
  private final ClientSocket socket;
  private final Outbox outbox;

  /// What was posted for it and not yet worked off.
  private final AtomicInteger pending = new AtomicInteger();

  private long pingedAt = System.nanoTime();

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

  /// Whether it may enter a room now; not too often. On the socket's own thread.
  boolean mayJoin() {
    return socket.visit().mayJoin();
  }

  AtomicInteger pending() {
    return pending;
  }

  boolean send(String frame) {
    return outbox.send(frame);
  }

  void close(CloseCode code) {
    socket.close(code.number(), CloseReasons.text(code));
  }

  /// Sees to it that what waits to be written is written.
  void watch() {
    outbox.watch();
  }

  /// What waits to be written to it.
  int unsentFrames() {
    return socket.unsentFrames();
  }

  int unsentBytes() {
    return socket.unsentBytes();
  }

  /// Ends it without a word.
  void cut() {
    socket.cut();
  }

  /// Nothing at all has come for so long.
  boolean isSilentFor(Duration time) {
    return System.nanoTime() - socket.lastHeard() > time.toNanos();
  }

  /// Pings, unless it did so less than `interval` ago.
  void pingEvery(Duration interval) {
    long now = System.nanoTime();
    if (now - pingedAt >= interval.toNanos()) {
      pingedAt = now;
      outbox.ping();
    }
  }
}
