package dev.confab.server.room;

import dev.confab.protocol.ClientMessage.Join;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomPassword;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who comes into a room. Asked again, with more known, after each [Inspection]: the room may have
/// changed meanwhile.
final class Entrance {
  /// At the door of one room.
  static final int MAX_WAITING = 32;

  private final int roomSize;
  private final Set<EntryWay> allowed;

  Entrance(int roomSize, Set<EntryWay> allowed) {
    this.roomSize = roomSize;
    this.allowed = Set.copyOf(allowed);
  }

  sealed interface Verdict {
    /// `password` is the room's from now on, where this one is the first.
    record Enters(@Nullable PasswordHash password) implements Verdict {}

    record Knocks() implements Verdict {}

    record Refused(ErrorCode code) implements Verdict {}

    /// That depends.
    record Look(Inspection at) implements Verdict {}
  }

  boolean allows(EntryWay way) {
    return allowed.contains(way);
  }

  /// `room` is null where nobody is there.
  Verdict judge(@Nullable Room room, Newcomer newcomer, Join join, Shown shown) {
    Verdict obstacle = byInvitation(join, shown);
    if (obstacle == null && room != null) {
      obstacle = byRoom(room, newcomer, shown.invitation());
    }
    if (obstacle == null && shown.invitation() == null) {
      obstacle = room == null ? ofFirst(join, shown) : byPassword(room, join.password(), shown);
    }
    if (obstacle != null) {
      return obstacle;
    }
    if (room == null) {
      return new Verdict.Enters(shown.invitation() == null ? shown.hash() : null);
    }
    if (room.hasName(nameOf(newcomer, shown.invitation()))) {
      return new Verdict.Refused(ErrorCode.NAME_TAKEN);
    }
    return knocks(room, shown.invitation());
  }

  static DisplayName nameOf(Newcomer newcomer, @Nullable Invitation invitation) {
    return invitation == null || invitation.name() == null ? newcomer.name() : invitation.name();
  }

  private @Nullable Verdict byInvitation(Join join, Shown shown) {
    if (join.invitation() == null) {
      boolean otherwise = allows(EntryWay.OPEN) || allows(EntryWay.PASSWORD);
      return otherwise ? null : new Verdict.Refused(ErrorCode.INVITATION_NEEDED);
    }
    if (!allows(EntryWay.INVITATION)) {
      return new Verdict.Refused(ErrorCode.NOT_ALLOWED);
    }
    return shown.invitation() == null
        ? new Verdict.Look(new Inspection.OfInvitation(join.room(), join.invitation()))
        : null;
  }

  private @Nullable Verdict byRoom(Room room, Newcomer newcomer, @Nullable Invitation invitation) {
    if (room.isBanned(newcomer.session())) {
      return new Verdict.Refused(ErrorCode.TURNED_AWAY);
    }
    if (isFull(room)) {
      return new Verdict.Refused(ErrorCode.ROOM_FULL);
    }
    boolean owner = invitation != null && invitation.gives(Right.OWNER);
    return room.door() == Door.LOCKED && !owner ? new Verdict.Refused(ErrorCode.ROOM_LOCKED) : null;
  }

  boolean isFull(Room room) {
    return room.size() >= roomSize;
  }

  /// Of the first one without an invitation.
  private @Nullable Verdict ofFirst(Join join, Shown shown) {
    RoomPassword password = join.password();
    if (password == null) {
      return allows(EntryWay.OPEN) ? null : new Verdict.Refused(ErrorCode.PASSWORD_NEEDED);
    }
    if (!allows(EntryWay.PASSWORD)) {
      return new Verdict.Refused(ErrorCode.NOT_ALLOWED);
    }
    return shown.hash() == null ? new Verdict.Look(new Inspection.OfNewPassword(password)) : null;
  }

  private @Nullable Verdict byPassword(Room room, @Nullable RoomPassword password, Shown shown) {
    PasswordHash hash = room.password();
    if (hash == null) {
      if (password != null) {
        return new Verdict.Refused(ErrorCode.WRONG_PASSWORD);
      }
      // one that was begun by invitation, where there are no open rooms
      return allows(EntryWay.OPEN) ? null : new Verdict.Refused(ErrorCode.INVITATION_NEEDED);
    }
    if (password == null) {
      return new Verdict.Refused(ErrorCode.PASSWORD_NEEDED);
    }
    return hash.equals(shown.hash())
        ? null
        : new Verdict.Look(new Inspection.OfPassword(password, hash));
  }

  private static Verdict knocks(Room room, @Nullable Invitation invitation) {
    if (room.door() != Door.KNOCK || (invitation != null && !invitation.rights().isEmpty())) {
      return new Verdict.Enters(null);
    }
    return room.knockers().size() < MAX_WAITING
        ? new Verdict.Knocks()
        : new Verdict.Refused(ErrorCode.ROOM_FULL);
  }
}
