package dev.confab.server.room;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds rooms by name, and by who is in them or waits at their door. What a room's own fields say,
/// the indexes here say too: both change together, in the methods of this class, which answer with
/// what others are to hear of it.
final class RoomTable {
  private final Map<RoomId, Room> rooms = new HashMap<>();
  private final Map<PeerId, Room> roomOf = new HashMap<>();

  /// The one who waits longest first.
  private final Map<PeerId, Room> waitingAt = new LinkedHashMap<>();

  private final Attendance attendance;

  RoomTable(Attendance attendance) {
    this.attendance = attendance;
  }

  @Nullable Room find(RoomId id) {
    return rooms.get(id);
  }

  Room roomNamed(RoomId id) {
    Room room = rooms.get(id);
    if (room == null) {
      throw new IllegalStateException("no such room: " + id);
    }
    return room;
  }

  List<Room> all() {
    return List.copyOf(rooms.values());
  }

  Room roomOf(PeerId self) {
    return known(roomOf, self);
  }

  Optional<Room> ifInRoom(PeerId self) {
    return Optional.ofNullable(roomOf.get(self));
  }

  Room waitingAt(PeerId self) {
    return known(waitingAt, self);
  }

  private static Room known(Map<PeerId, Room> index, PeerId self) {
    Room room = index.get(self);
    if (room == null) {
      throw new IllegalStateException("not in a room, or not at its door: " + self);
    }
    return room;
  }

  boolean isEmpty() {
    return roomOf.isEmpty();
  }

  /// What the newcomer itself is to hear first is [#joined].
  List<Notice> enter(Room room, Occupant newcomer) {
    PeerId self = newcomer.member().peer();
    RoomState before = room.state();
    ServerMessage came = new ServerMessage.MemberJoined(0, newcomer.member());
    List<Notice> notices = new ArrayList<>(room.toAll(came));
    room.put(newcomer);
    if (newcomer.comesAsOwner()) {
      room.setOwner(self, true);
    }
    room.succeed();
    rooms.put(room.id(), room);
    roomOf.put(self, room);
    attendance.came(room.id(), self, room.size());
    room.changesSince(before).stream()
        .filter(it -> !it.to().equals(self) || !(it.message() instanceof ServerMessage.RoomUpdated))
        .forEach(notices::add);
    return notices;
  }

  static ServerMessage joined(Room room, PeerId self, long re) {
    return new ServerMessage.Joined(
        0, re, room.id(), self, room.others(self), room.state(), room.occupant(self).givenName());
  }

  List<Notice> leave(PeerId self, LeaveReason reason) {
    Room room = roomOf(self);
    RoomState before = room.state();
    roomOf.remove(self);
    room.remove(self);
    attendance.went(room.id(), self, reason, room.size());
    if (room.size() == 0) {
      return end(room);
    }
    room.succeed();
    List<Notice> notices =
        new ArrayList<>(room.toAll(new ServerMessage.MemberLeft(0, self, reason)));
    notices.addAll(room.changesSince(before));
    return notices;
  }

  /// Out of the room, and not to come back while it stands.
  List<Notice> expel(PeerId self) {
    Room room = roomOf(self);
    room.ban(room.occupant(self).session());
    List<Notice> notices = new ArrayList<>();
    notices.add(new Notice(self, new ServerMessage.Removed(0)));
    notices.addAll(leave(self, LeaveReason.REMOVED));
    return notices;
  }

  /// Everyone is taken out.
  List<Notice> close(Room room) {
    List<Notice> notices = new ArrayList<>(room.toAll(new ServerMessage.Removed(0)));
    for (Occupant occupant : room.occupants()) {
      PeerId peer = occupant.member().peer();
      roomOf.remove(peer);
      room.remove(peer);
      attendance.went(room.id(), peer, LeaveReason.REMOVED, room.size());
    }
    notices.addAll(end(room));
    return notices;
  }

  private List<Notice> end(Room room) {
    rooms.remove(room.id());
    List<Notice> notices = new ArrayList<>();
    for (Knocker knocker : List.copyOf(room.knockers().values())) {
      notices.addAll(refuse(room, knocker, ErrorCode.TURNED_AWAY));
    }
    return notices;
  }

  List<Notice> knock(Room room, Knocker knocker) {
    room.knockers().put(knocker.id(), knocker);
    waitingAt.put(knocker.occupant().member().peer(), room);
    return room.toOwners(
        new ServerMessage.Knock(0, knocker.id(), knocker.occupant().member().name()));
  }

  /// It does not wait any more, for whatever reason.
  List<Notice> endKnock(Room room, Knocker knocker) {
    room.knockers().remove(knocker.id());
    waitingAt.remove(knocker.occupant().member().peer());
    return room.toOwners(new ServerMessage.KnockEnded(0, knocker.id()));
  }

  List<Notice> admit(Room room, Knocker knocker) {
    PeerId self = knocker.occupant().member().peer();
    List<Notice> notices = new ArrayList<>(endKnock(room, knocker));
    List<Notice> others = enter(room, knocker.occupant());
    notices.add(new Notice(self, joined(room, self, knocker.re())));
    notices.addAll(others);
    return notices;
  }

  List<Notice> refuse(Room room, Knocker knocker, ErrorCode code) {
    List<Notice> notices = new ArrayList<>(endKnock(room, knocker));
    String text = RefusalTexts.of(code);
    ServerMessage refused = new ServerMessage.Refused(0, knocker.re(), code.wire(), text);
    notices.add(new Notice(knocker.occupant().member().peer(), refused));
    return notices;
  }

  /// Those who have waited since `time` or longer are turned away.
  List<Notice> turnAwaySince(long time) {
    List<Notice> notices = new ArrayList<>();
    for (Map.Entry<PeerId, Room> waiting : List.copyOf(waitingAt.entrySet())) {
      Knocker knocker = knocker(waiting.getValue(), waiting.getKey());
      if (knocker.since() > time) {
        break;
      }
      notices.addAll(refuse(waiting.getValue(), knocker, ErrorCode.TURNED_AWAY));
    }
    return notices;
  }

  static Knocker knocker(Room room, PeerId self) {
    return room.knockers().values().stream()
        .filter(it -> it.occupant().member().peer().equals(self))
        .findFirst()
        .orElseThrow();
  }
}
