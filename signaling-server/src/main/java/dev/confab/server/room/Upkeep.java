package dev.confab.server.room;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerMessage;
import java.util.List;

/// What time alone brings to a session that has a socket: credentials grow old, and who is in no
/// room and says nothing has to go. Times are in ms.
final class Upkeep {
  private final long idle;
  private final IceOffer ice;

  Upkeep(SessionRules rules) {
    this.idle = rules.idle().toMillis();
    this.ice = rules.ice();
  }

  List<Output> due(Session session, ConnectionId connection, long now) {
    if (session.place() == null && now - session.heardAt() >= idle) {
      return List.of(new Output.Close(connection, CloseCode.IDLE));
    }
    if (now - session.credentialsAt() >= ice.renewal().toMillis()) {
      session.renewed(now);
      ServerMessage fresh = new ServerMessage.IceServers(0, ice.to(session.id()));
      return List.of(new Output.Send(connection, session.replay().add(fresh)));
    }
    return List.of();
  }
}
