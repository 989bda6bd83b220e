package dev.confab.server.net;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.room.Attendance;
import dev.confab.server.room.ConnectionId;
import dev.confab.server.room.Departure;
import java.util.List;

/// Is told what happens, be it to log, count or show it. Everything comes on the rooms' thread,
/// some of it with every message: it must return at once.
public interface Observer extends Attendance {
  /// Somebody is not let in, before the handshake is done or because it is one too many from its
  /// address. Of connections that were open and are closed for such a reason, [#closing] tells.
  default void turnedAway(Rejection why) {}

  /// A handshake is done; `connections` are open now.
  default void opened(ConnectionId id, int connections) {}

  /// A step begins: this message, of so many characters, is about to be carried out. It arrived at
  /// `arrivedNanos`, as in [System#nanoTime].
  default void received(ConnectionId from, ClientMessage message, int length, long arrivedNanos) {}

  /// Handed to the socket, with so many characters; also what is sent once more after a resume.
  default void sent(ConnectionId to, ServerMessage message, int length) {}

  /// The step that began with [#received] is over, and all that it led to is sent.
  default void settled() {}

  /// We close it.
  default void closing(ConnectionId id, CloseCode code) {}

  /// `connections` are left. 1006: the socket ended without a close frame.
  default void ended(ConnectionId id, int code, Departure departure, int connections) {}

  /// A bug, for which the connection is closed.
  default void failed(ConnectionId id, Throwable bug) {}

  /// Each is told, in this order.
  static Observer all(List<Observer> observers) {
    return observers.size() == 1 ? observers.getFirst() : new Observers(observers);
  }
}
