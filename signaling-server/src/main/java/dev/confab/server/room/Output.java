package dev.confab.server.room;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerMessage;

/// What a socket is to be told, in the order of a list of these.
public sealed interface Output {
  ConnectionId to();

  record Send(ConnectionId to, ServerMessage message) implements Output {}

  /// Nothing more is said on this socket.
  record Close(ConnectionId to, CloseCode code) implements Output {}
}
