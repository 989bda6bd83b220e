package dev.confab.client.call;

import dev.confab.client.call.CallEffect.OwnerRequest;
import dev.confab.client.call.CallEvent.OwnerWish;
import dev.confab.client.call.CallState.InRoom;
import dev.confab.client.call.CallState.Place;
import dev.confab.protocol.ClientMessage.NewPassword;
import dev.confab.protocol.Door;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomPassword;
import dev.confab.protocol.ServerMessage;

/// What an owner of the room asks for, and what comes of it. Whether one may is the server's to
/// say: it is asked, and a refusal is told.
final class OwnerRules {
  private OwnerRules() {}

  /// Without effect while our own place is being asked for: nothing would come of it.
  static void wished(Turn turn, OwnerWish wish) {
    if (!(turn.room() instanceof InRoom room) || room.place() != Place.IN) {
      return;
    }
    turn.become(room.with(room.doorway().withRefusal(null)));
    switch (wish) {
      case CallEvent.DoorWished(Door door) -> turn.add(new CallEffect.SendSetRoom(door, null));
      case CallEvent.PasswordWished(var password) ->
          turn.add(new CallEffect.SendSetRoom(null, new NewPassword(password)));
      case CallEvent.KnockAnswered(var knock, boolean admitted) -> {
        turn.become(room.with(room.doorway().withRefusal(null).withAnswered(knock, true)));
        turn.add(new CallEffect.SendKnockAnswer(knock, admitted));
      }
      case CallEvent.RemovalWished(var peer, boolean lock) -> {
        if (turn.shown(peer) instanceof PeerSession session) {
          if (lock) { // first: nobody slips in again meanwhile
            turn.add(new CallEffect.SendSetRoom(Door.LOCKED, null));
          }
          turn.add(new CallEffect.SendRemove(session.member().peer()));
        }
      }
      case CallEvent.HandOverWished(var peer) -> {
        if (turn.shown(peer) instanceof PeerSession session) {
          turn.add(new CallEffect.SendHandOver(session.member().peer()));
        }
      }
    }
  }

  static void sent(Turn turn, long id, OwnerRequest request) {
    if (turn.room() instanceof InRoom room) {
      turn.become(room.with(room.doorway().withAsked(id, request)));
    }
  }

  static void done(Turn turn, long id) {
    if (turn.room() instanceof InRoom room) {
      Doorway doorway = room.doorway().withoutAsked(id);
      if (room.doorway().asked().get(id) instanceof CallEffect.SendSetRoom(var _, NewPassword set)
          && set != null) {
        doorway = doorway.withKnown(set.value());
      }
      turn.become(room.with(doorway));
    }
  }

  /// False: it was no request of an owner that was refused.
  static boolean refused(Turn turn, ServerMessage.Refused refused) {
    if (!(turn.room() instanceof InRoom room)
        || refused.re() == null
        || !(room.doorway().asked().get(refused.re()) instanceof OwnerRequest request)) {
      return false;
    }
    Doorway doorway = room.doorway().withoutAsked(refused.re());
    ErrorCode code = ErrorCode.ofWire(refused.code()).orElse(null);
    if (code == ErrorCode.NO_SUCH_KNOCK || code == ErrorCode.NO_SUCH_MEMBER) {
      turn.become(room.with(doorway)); // it is gone, as was wished or by itself
      return true;
    }
    if (request instanceof CallEffect.SendKnockAnswer answer) {
      doorway = doorway.withAnswered(answer.knock(), false); // it goes on waiting
    }
    OwnerRefusal refusal =
        switch (code) {
          case NOT_OWNER -> OwnerRefusal.NOT_OWNER;
          case NOT_ALLOWED, PASSWORD_NEEDED -> OwnerRefusal.NOT_ALLOWED;
          case ROOM_FULL -> OwnerRefusal.ROOM_FULL;
          case NAME_TAKEN -> OwnerRefusal.NAME_TAKEN;
          case null, default -> OwnerRefusal.TRY_AGAIN;
        };
    turn.become(room.with(doorway.withRefusal(refusal)));
    return true;
  }

  /// The first in a room that is to be entered one by one shuts its door.
  static void created(Turn turn, boolean knock) {
    if (knock && turn.room() instanceof InRoom room && isFirst(room)) {
      turn.add(new CallEffect.SendSetRoom(Door.KNOCK, null));
    }
  }

  private static boolean isFirst(InRoom room) {
    return room.doorway().own()
        && room.doorway().state().door() == Door.OPEN
        && room.peers().isEmpty();
  }

  /// A room that the server had forgotten, and that is ours again, gets back what we had it have:
  /// but only when everyone who was in it has come back or has had the time to. Else it would shut
  /// them out.
  static void restore(Turn turn) {
    if (!(turn.room() instanceof InRoom room)
        || room.place() != Place.IN
        || !(room.doorway().restore() instanceof Doorway.Restore restore)
        || room.peers().all().stream().anyMatch(session -> session.path().awaited() != 0)) {
      return;
    }
    Doorway doorway = room.doorway();
    turn.become(room.with(doorway.withRestore(null)));
    Door door = restore.door() == doorway.state().door() ? null : restore.door();
    RoomPassword password = restore.password();
    NewPassword set =
        password == null || password.equals(doorway.known()) ? null : new NewPassword(password);
    if (doorway.own() && (door != null || set != null)) {
      turn.add(new CallEffect.SendSetRoom(door, set));
    }
  }
}
