package dev.confab.server.room;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.room.Session.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What time alone brings to sessions that have a socket: credentials grow old, and who is in no
/// room and says nothing has to go.
final class Upkeep {
  /// Between two looks at all sessions: nothing here is in a hurry.
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final SessionTable table;
  private final SessionRules rules;
  private long nextLook;

  Upkeep(SessionTable table, SessionRules rules) {
    this.table = table;
    this.rules = rules;
  }

  /// A `welcome` has just been said to the session on this connection; `now` in ms.
  void welcomed(ConnectionId connection, long now) {
    Session session = table.at(connection);
    if (session != null) {
      session.welcomed(now);
    }
  }

  List<Output> due(long now) {
    if (now < nextLook) {
      return List.of();
    }
    nextLook = now + INTERVAL.toMillis();
    List<Output> outputs = new ArrayList<>();
    for (Session session : table.all()) {
      if (session.link() instanceof Link.Up(ConnectionId connection)) {
        look(session, connection, now, outputs);
      }
    }
    return outputs;
  }

  private void look(Session session, ConnectionId connection, long now, List<Output> outputs) {
    if (session.place() == null && now - session.heardAt() >= rules.idle().toMillis()) {
      outputs.add(new Output.Close(connection, CloseCode.IDLE));
    } else if (now - session.credentialsAt() >= rules.ice().renewal().toMillis()) {
      session.renewed(now);
      ServerMessage fresh = new ServerMessage.IceServers(0, rules.ice().to(session.id()));
      outputs.add(new Output.Send(connection, session.replay().add(fresh)));
    }
  }
}
