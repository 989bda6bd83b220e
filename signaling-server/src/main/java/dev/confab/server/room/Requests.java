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
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.room.Outcome.Accepted;
import dev.confab.server.room.Outcome.Rejected;
import java.util.List;

/// What a session asks of the rooms: checks what depends on the session, and keeps its place.
final class Requests {
  private final SessionTable table;
  private final Rooms rooms;
  private final SessionRules rules;
  private final Joining joining;
  private boolean doorsClosed;

  Requests(SessionTable table, Rooms rooms, SessionRules rules, Joining joining) {
    this.table = table;
    this.rooms = rooms;
    this.rules = rules;
    this.joining = joining;
  }

  /// Nobody joins any more.
  void closeDoors() {
    doorsClosed = true;
    joining.closeDoors();
  }

  /// `address` is where the session is at the moment.
  Outcome carryOut(Session session, ClientMessage message, String address, long now) {
    PeerId place = session.place();
    return switch (message) {
      case Join join -> joining.join(session, join, address, now);
      case CountRooms count ->
          new Accepted(
              new ServerMessage.RoomCounts(0, count.id(), rooms.count(count.rooms())), List.of());
      case Hello _ -> new Rejected(ErrorCode.HELLO_TWICE);
      case Leave leave when place == null -> joining.takeBack(session, leave);
      case Signal _, Update _, SetRoom _, Admit _, TurnAway _, Remove _, HandOver _
          when place == null ->
          new Rejected(ErrorCode.NOT_JOINED);
      case Leave leave -> {
        table.place(session, null);
        yield rooms.leave(place, leave);
      }
      case Signal signal when signal.payload().length() > rules.limits().payloadBytes() ->
          new Rejected(ErrorCode.TOO_LARGE);
      case Signal signal -> signal(place, signal);
      case Update update -> rooms.update(place, update);
      case SetRoom change -> joining.set(session, change, address, now);
      case Admit _ when doorsClosed -> new Rejected(ErrorCode.DRAINING);
      case Admit _, TurnAway _, Remove _, HandOver _ -> rooms.order(place, message, null);
    };
  }

  /// Of what waits for one who does not keep up, each of the others has a share.
  private Outcome signal(PeerId place, Signal signal) {
    Outcome outcome = rooms.signal(place, signal);
    Session receiver = table.placedAt(signal.to());
    if (!(outcome instanceof Accepted) || receiver == null || receiver.waiting() == null) {
      return outcome;
    }
    boolean fits =
        receiver.waiting().takes(place, signal.payload().length(), rules.limits().roomMembers());
    return fits ? outcome : new Rejected(ErrorCode.TOO_FAST);
  }
}
