package dev.confab.server.room;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.ClientMessage.Admit;
import dev.confab.protocol.ClientMessage.CountRooms;
import dev.confab.protocol.ClientMessage.HandOver;
import dev.confab.protocol.ClientMessage.Hello;
import dev.confab.protocol.ClientMessage.Join;
import dev.confab.protocol.ClientMessage.Leave;
import dev.confab.protocol.ClientMessage.Remove;
import dev.confab.protocol.ClientMessage.SetRoom;
import dev.confab.protocol.ClientMessage.Signal;
import dev.confab.protocol.ClientMessage.TurnAway;
import dev.confab.protocol.ClientMessage.Update;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.room.Outcome.Accepted;
import dev.confab.server.room.Outcome.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a session asks of the rooms: checks what depends on the session, and keeps its place.
final class Requests {
  private final SessionTable table;
  private final Rooms rooms;
  private final SessionRules rules;
  private final Secrets secrets;
  private boolean doorsClosed;

  Requests(SessionTable table, Rooms rooms, SessionRules rules, Secrets secrets) {
    this.table = table;
    this.rooms = rooms;
    this.rules = rules;
    this.secrets = secrets;
  }

  /// Nobody joins any more.
  void closeDoors() {
    doorsClosed = true;
  }

  Outcome carryOut(Session session, ClientMessage message) {
    PeerId place = session.place();
    return switch (message) {
      case Join join -> join(session, join);
      case CountRooms count ->
          new Accepted(
              new ServerMessage.RoomCounts(0, count.id(), rooms.count(count.rooms())), List.of());
      case Hello _ -> new Rejected(ErrorCode.HELLO_TWICE);
      case SetRoom _, Admit _, TurnAway _, Remove _, HandOver _ ->
          new Rejected(place == null ? ErrorCode.NOT_JOINED : ErrorCode.NOT_OWNER);
      case Leave _, Signal _, Update _ when place == null -> new Rejected(ErrorCode.NOT_JOINED);
      case Leave leave -> {
        table.place(session, null);
        yield rooms.leave(place, leave);
      }
      case Signal signal when isTooLarge(signal.payload()) -> new Rejected(ErrorCode.TOO_LARGE);
      case Signal signal -> rooms.signal(place, signal);
      case Update update -> rooms.update(place, update);
    };
  }

  private Outcome join(Session session, Join join) {
    if (session.place() instanceof PeerId taken) {
      return rooms.joinAgain(taken, join);
    }
    if (doorsClosed) {
      return new Rejected(ErrorCode.DRAINING);
    }
    PeerId place = new PeerId(secrets.id());
    Outcome outcome = rooms.join(new Member(place, session.name(), join.media()), join);
    if (outcome instanceof Accepted) {
      table.place(session, place);
    }
    return outcome;
  }

  private boolean isTooLarge(String payload) {
    int limit = rules.limits().payloadBytes();
    // three bytes of UTF-8 are the most that one char can need
    return payload.length() > limit / 3 && payload.getBytes(StandardCharsets.UTF_8).length > limit;
  }
}
