package dev.confab.server.room;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.ClientMessage.NewPassword;
import dev.confab.protocol.ClientMessage.SetRoom;
import dev.confab.protocol.Door;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.room.Outcome.Accepted;
import dev.confab.server.room.Outcome.Rejected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What only owners of a room may ask for. That they are is checked here, for each of them.
final class OwnerRequests {
  private final RoomTable table;
  private final Entrance entrance;

  OwnerRequests(RoomTable table, Entrance entrance) {
    this.table = table;
    this.entrance = entrance;
  }

  Outcome carryOut(PeerId self, ClientMessage request, @Nullable PasswordHash hash) {
    Room room = table.roomOf(self);
    if (!room.isOwner(self)) {
      return new Rejected(ErrorCode.NOT_OWNER);
    }
    return switch (request) {
      case SetRoom change -> set(room, change, hash);
      case ClientMessage.Admit(long id, KnockId knock) -> admit(room, id, knock);
      case ClientMessage.TurnAway(long id, KnockId knock) -> turnAway(room, id, knock);
      case ClientMessage.Remove(long id, PeerId peer) -> remove(room, self, id, peer);
      case ClientMessage.HandOver(long id, PeerId to) -> handOver(room, self, id, to);
      case ClientMessage.Hello _,
          ClientMessage.Join _,
          ClientMessage.Leave _,
          ClientMessage.Signal _,
          ClientMessage.Update _,
          ClientMessage.CountRooms _ ->
          throw new IllegalArgumentException("not a request of owners: " + request);
    };
  }

  private Outcome set(Room room, SetRoom change, @Nullable PasswordHash hash) {
    NewPassword password = change.password();
    if (!isAllowed(change.door(), password)) {
      return new Rejected(ErrorCode.NOT_ALLOWED);
    }
    if (password != null && password.value() != null && hash == null) {
      return new Outcome.Undecided(new Inspection.OfNewPassword(password.value()));
    }
    RoomState before = room.state();
    if (change.door() != null) {
      room.door(change.door());
    }
    if (password != null) {
      room.password(password.value() == null ? null : hash);
    }
    List<Notice> notices = new ArrayList<>(room.changesSince(before));
    if (room.door() == Door.OPEN) {
      notices.addAll(letAllIn(room));
    }
    return accepted(change.id(), notices);
  }

  private boolean isAllowed(@Nullable Door door, @Nullable NewPassword password) {
    if (door == Door.KNOCK && !entrance.allows(EntryWay.KNOCKING)) {
      return false;
    }
    return password == null
        || entrance.allows(password.value() == null ? EntryWay.OPEN : EntryWay.PASSWORD);
  }

  private List<Notice> letAllIn(Room room) {
    List<Notice> notices = new ArrayList<>();
    for (Knocker knocker : List.copyOf(room.knockers().values())) {
      ErrorCode obstacle = obstacle(room, knocker);
      notices.addAll(
          obstacle == null ? table.admit(room, knocker) : table.refuse(room, knocker, obstacle));
    }
    return notices;
  }

  private Outcome admit(Room room, long id, KnockId knock) {
    Knocker knocker = room.knockers().get(knock);
    if (knocker == null) {
      return new Rejected(ErrorCode.NO_SUCH_KNOCK);
    }
    ErrorCode obstacle = obstacle(room, knocker);
    return obstacle == null ? accepted(id, table.admit(room, knocker)) : new Rejected(obstacle);
  }

  /// What may have changed since they knocked.
  private @Nullable ErrorCode obstacle(Room room, Knocker knocker) {
    if (entrance.isFull(room)) {
      return ErrorCode.ROOM_FULL;
    }
    return room.hasName(knocker.occupant().member().name()) ? ErrorCode.NAME_TAKEN : null;
  }

  private Outcome turnAway(Room room, long id, KnockId knock) {
    Knocker knocker = room.knockers().get(knock);
    return knocker == null
        ? new Rejected(ErrorCode.NO_SUCH_KNOCK)
        : accepted(id, table.refuse(room, knocker, ErrorCode.TURNED_AWAY));
  }

  private Outcome remove(Room room, PeerId self, long id, PeerId peer) {
    ErrorCode obstacle = notAnother(room, self, peer);
    return obstacle == null ? accepted(id, table.expel(peer)) : new Rejected(obstacle);
  }

  private static Outcome handOver(Room room, PeerId self, long id, PeerId to) {
    ErrorCode obstacle = notAnother(room, self, to);
    if (obstacle != null) {
      return new Rejected(obstacle);
    }
    RoomState before = room.state();
    room.setOwner(to, true);
    room.setOwner(self, false);
    return accepted(id, room.changesSince(before));
  }

  private static @Nullable ErrorCode notAnother(Room room, PeerId self, PeerId other) {
    if (other.equals(self)) {
      return ErrorCode.TO_SELF;
    }
    return room.has(other) ? null : ErrorCode.NO_SUCH_MEMBER;
  }

  private static Outcome accepted(long id, List<Notice> notices) {
    return new Accepted(new ServerMessage.Done(0, id), notices);
  }
}
