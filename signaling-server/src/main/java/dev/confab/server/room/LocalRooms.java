package dev.confab.server.room;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.ServerMessage.RoomCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rooms in this process's memory. A room is there while someone is in it.
public final class LocalRooms implements Rooms {
  private final int roomSize;
  private final Map<RoomId, Room> rooms = new HashMap<>();
  private final Map<PeerId, Room> roomOf = new HashMap<>();

  /// `roomSize` is the greatest number of members in a room.
  public LocalRooms(int roomSize) {
    this.roomSize = roomSize;
  }

  @Override
  public Outcome join(Member newcomer, ClientMessage.Join request) {
    Room room = rooms.getOrDefault(request.room(), new Room(request.room()));
    if (room.size() >= roomSize) {
      return new Outcome.Rejected(ErrorCode.ROOM_FULL);
    }
    if (room.hasName(newcomer.name())) {
      return new Outcome.Rejected(ErrorCode.NAME_TAKEN);
    }
    ServerMessage joined =
        new ServerMessage.Joined(0, request.id(), room.id(), newcomer.peer(), room.members());
    List<Notice> notices = toAll(room, new ServerMessage.MemberJoined(0, newcomer));
    room.put(newcomer);
    rooms.put(room.id(), room);
    roomOf.put(newcomer.peer(), room);
    return new Outcome.Accepted(joined, notices);
  }

  @Override
  public Outcome joinAgain(PeerId self, ClientMessage.Join request) {
    Room room = roomOf(self);
    if (!room.id().equals(request.room())) {
      return new Outcome.Rejected(ErrorCode.ALREADY_JOINED);
    }
    List<Notice> notices =
        room.member(self).media().equals(request.media())
            ? List.of()
            : change(room, self, request.media());
    List<Member> others =
        room.members().stream().filter(member -> !member.peer().equals(self)).toList();
    return new Outcome.Accepted(
        new ServerMessage.Joined(0, request.id(), room.id(), self, others), notices);
  }

  @Override
  public Outcome leave(PeerId self, ClientMessage.Leave request) {
    return new Outcome.Accepted(done(request), remove(self, LeaveReason.LEFT));
  }

  @Override
  public List<Notice> remove(PeerId self, LeaveReason reason) {
    Room room = roomOf(self);
    roomOf.remove(self);
    room.remove(self);
    if (room.size() == 0) {
      rooms.remove(room.id());
    }
    return toAll(room, new ServerMessage.MemberLeft(0, self, reason));
  }

  @Override
  public Outcome signal(PeerId self, ClientMessage.Signal request) {
    if (request.to().equals(self)) {
      return new Outcome.Rejected(ErrorCode.TO_SELF);
    }
    if (!roomOf(self).has(request.to())) {
      return new Outcome.Rejected(ErrorCode.NO_SUCH_MEMBER);
    }
    ServerMessage signal = new ServerMessage.Signal(0, self, request.payload());
    return new Outcome.Accepted(null, List.of(new Notice(request.to(), signal)));
  }

  @Override
  public Outcome update(PeerId self, ClientMessage.Update request) {
    return new Outcome.Accepted(done(request), change(roomOf(self), self, request.media()));
  }

  private static List<Notice> change(Room room, PeerId self, MediaState media) {
    Member updated = new Member(self, room.member(self).name(), media);
    room.put(updated);
    return toAll(room, new ServerMessage.MemberUpdated(0, updated)).stream()
        .filter(notice -> !notice.to().equals(self))
        .toList();
  }

  @Override
  public List<RoomCount> count(List<RoomId> asked) {
    return asked.stream().map(id -> new RoomCount(id, sizeOf(rooms.get(id)))).toList();
  }

  private static int sizeOf(@Nullable Room room) {
    return room == null ? 0 : room.size();
  }

  @Override
  public boolean isEmpty() {
    return roomOf.isEmpty();
  }

  private Room roomOf(PeerId self) {
    Room room = roomOf.get(self);
    if (room == null) {
      throw new IllegalStateException("not in a room: " + self);
    }
    return room;
  }

  private static ServerMessage done(ClientMessage request) {
    return new ServerMessage.Done(0, request.id());
  }

  private static List<Notice> toAll(Room room, ServerMessage message) {
    return room.members().stream().map(member -> new Notice(member.peer(), message)).toList();
  }
}
