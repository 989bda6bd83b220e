package dev.confab.server.room;

import dev.confab.protocol.ServerMessage;
import dev.confab.server.room.Session.Link;
import java.util.ArrayList;
import java.util.List;

/// Brings what is said to the sessions it is for: numbered, kept for those that come back, and sent
/// to those that have a socket.
final class Delivery {
  private final SessionTable table;

  Delivery(SessionTable table) {
    this.table = table;
  }

  List<Output> deliver(List<Notice> notices) {
    List<Output> outputs = new ArrayList<>();
    for (Notice notice : notices) {
      Session receiver = table.placedAt(notice.to());
      if (receiver != null) {
        settle(receiver, notice);
        outputs.addAll(say(receiver, notice.message()));
      }
    }
    return outputs;
  }

  /// Whoever waits at a door is let in or refused by such a message, and whoever is in a room is
  /// taken out by one.
  private void settle(Session receiver, Notice notice) {
    if (notice.message() instanceof ServerMessage.Joined) {
      table.place(receiver, notice.to());
    } else if (notice.message() instanceof ServerMessage.Refused
        || notice.message() instanceof ServerMessage.Removed) {
      table.place(receiver, null);
    }
  }

  List<Output> say(Session session, ServerMessage message) {
    Replay replay = session.replay();
    ServerMessage numbered = replay.add(message);
    if (!(session.link() instanceof Link.Up(ConnectionId connection))) {
      return List.of();
    }
    Output.Send send = new Output.Send(connection, numbered);
    return replay.asks()
        ? List.of(send, new Output.Ping(connection, replay.lastSeq()))
        : List.of(send);
  }
}
