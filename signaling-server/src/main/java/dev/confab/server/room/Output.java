package dev.confab.server.room;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerMessage;

/// What is to be done, in the order of a list of these: a socket is told something, or something is
/// looked at elsewhere.
public sealed interface Output {
  record Send(ConnectionId to, ServerMessage message) implements Output {}

  /// Whoever answers it has every message up to `seq`.
  record Ping(ConnectionId to, long seq) implements Output {}

  /// Nothing more is said on this socket.
  record Close(ConnectionId to, CloseCode code) implements Output {}

  /// What comes of it goes to [Sessions#inspected].
  record Inspect(Ticket ticket, Inspection inspection) implements Output {}
}
