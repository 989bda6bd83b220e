package dev.confab.server.net;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.server.Patience;
import dev.confab.server.room.ConnectionId;
import dev.confab.server.room.Output;
import dev.confab.server.room.RefusalTexts;
import dev.confab.server.room.Sessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.enums.ReadyState;

/// What a client has to get through before it has a session, each part in its time: connect, shake
/// hands, say hello. Belongs to the thread of the [SocketLoop].
final class Arrivals {
  /// For a close frame to get out and be answered.
  static final Duration CLOSE_TIME = Duration.ofSeconds(2);

  private final Sessions sessions;
  private final Carrier carrier;
  private final Patrol patrol;
  private final Mailbox mailbox;
  private final Patience patience;
  private final int maxConnections;
  private final Observer observer;
  private long lastConnection;

  Arrivals(
      Sessions sessions,
      Carrier carrier,
      Patrol patrol,
      Mailbox mailbox,
      Patience patience,
      int maxConnections,
      Observer observer) {
    this.sessions = sessions;
    this.carrier = carrier;
    this.patrol = patrol;
    this.mailbox = mailbox;
    this.patience = patience;
    this.maxConnections = maxConnections;
    this.observer = observer;
  }

  /// A client has connected, and has so long to get through the handshake and to say hello.
  void accepted(ClientSocket socket) {
    mailbox.after(
        patience.hello(),
        () -> {
          if (socket.getReadyState() == ReadyState.NOT_YET_CONNECTED) {
            observer.turnedAway(Rejection.NO_REQUEST);
            socket.cut();
          }
        });
  }

  /// It has been told that it cannot stay, and is to end.
  void turnedAway(ClientSocket socket) {
    mailbox.after(CLOSE_TIME, socket::cut);
  }

  /// The handshake is done.
  Connection opened(ClientSocket socket) {
    ConnectionId id = new ConnectionId(++lastConnection);
    Connection connection =
        new Connection(id, socket, new Outbox(socket, mailbox, patience.write()));
    carrier.take(connection, () -> admit(connection));
    return connection;
  }

  private List<Output> admit(Connection connection) {
    ConnectionId id = connection.id();
    boolean full = carrier.size() >= maxConnections;
    carrier.add(connection);
    patrol.add(connection);
    if (full) {
      ErrorCode code = ErrorCode.SERVER_FULL;
      List<Output> outputs = new ArrayList<>();
      outputs.addAll(sessions.refuse(id, null, code, RefusalTexts.of(code)));
      outputs.add(new Output.Close(id, CloseCode.SERVER_FULL));
      return outputs;
    }
    mailbox.after(
        patience.hello(),
        () -> {
          if (!sessions.isKnown(id)) {
            carrier.close(connection, CloseCode.NO_HELLO);
          }
        });
    return List.of();
  }
}
