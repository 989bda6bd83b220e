package dev.confab.server.room;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.ServerMessage.RoomCount;
import dev.confab.server.room.RoomView.MemberView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rooms in this process's memory. A room is there while someone is in it.
public final class LocalRooms implements Rooms {
  /// For an owner to decide about someone at the door.
  static final Duration KNOCK_TIME = Duration.ofMinutes(5);

  private final RoomTable table;
  private final Entrance entrance;
  private final OwnerRequests ownerRequests;

  /// `roomSize` is the greatest number of members in a room.
  public LocalRooms(int roomSize, Set<EntryWay> allowed, Attendance attendance) {
    this.table = new RoomTable(attendance);
    this.entrance = new Entrance(roomSize, allowed);
    this.ownerRequests = new OwnerRequests(table, entrance);
  }

  @Override
  public Outcome join(Newcomer newcomer, ClientMessage.Join request, Shown shown, long now) {
    Room room = table.find(request.room());
    return switch (entrance.judge(room, newcomer, request, shown)) {
      case Entrance.Verdict.Refused(ErrorCode code) -> new Outcome.Rejected(code);
      case Entrance.Verdict.Look(Inspection at) -> new Outcome.Undecided(at);
      case Entrance.Verdict.Enters(PasswordHash password) -> {
        Room entered = room == null ? new Room(request.room()) : room;
        if (room == null) {
          entered.password(password);
        }
        List<Notice> notices = table.enter(entered, occupant(newcomer, request, shown, now));
        yield new Outcome.Accepted(
            RoomTable.joined(entered, newcomer.peer(), request.id()), notices);
      }
      case Entrance.Verdict.Knocks() -> {
        Occupant later = occupant(newcomer, request, shown, now);
        Knocker knocker = new Knocker(later, request.id(), now);
        yield new Outcome.Accepted(
            new ServerMessage.Waiting(0, request.id()),
            table.knock(table.roomNamed(request.room()), knocker));
      }
    };
  }

  private static Occupant occupant(
      Newcomer newcomer, ClientMessage.Join request, Shown shown, long now) {
    Member member =
        new Member(newcomer.peer(), Entrance.nameOf(newcomer, shown.invitation()), request.media());
    return new Occupant(member, newcomer.session(), shown.invitation(), now);
  }

  @Override
  public Outcome joinAgain(PeerId self, ClientMessage.Join request) {
    Room room = table.roomOf(self);
    if (!room.id().equals(request.room())) {
      return new Outcome.Rejected(ErrorCode.ALREADY_JOINED);
    }
    List<Notice> notices =
        new ArrayList<>(
            room.occupant(self).member().media().equals(request.media())
                ? List.of()
                : change(room, self, request.media()));
    if (room.isOwner(self)) {
      notices.addAll(room.whoWaits(self));
    }
    return new Outcome.Accepted(RoomTable.joined(room, self, request.id()), notices);
  }

  @Override
  public Outcome waitAgain(PeerId self, ClientMessage.Join request) {
    Room room = table.waitingAt(self);
    if (!room.id().equals(request.room())) {
      return new Outcome.Rejected(ErrorCode.ALREADY_JOINED);
    }
    Knocker before = RoomTable.knocker(room, self);
    Occupant later = before.occupant().with(request.media());
    room.knockers().put(before.id(), new Knocker(later, request.id(), before.since()));
    return new Outcome.Accepted(new ServerMessage.Waiting(0, request.id()), List.of());
  }

  @Override
  public List<Notice> withdraw(PeerId self) {
    Room room = table.waitingAt(self);
    return table.endKnock(room, RoomTable.knocker(room, self));
  }

  @Override
  public Outcome leave(PeerId self, ClientMessage.Leave request) {
    return new Outcome.Accepted(done(request), remove(self, LeaveReason.LEFT));
  }

  @Override
  public List<Notice> remove(PeerId self, LeaveReason reason) {
    return table.leave(self, reason);
  }

  @Override
  public Outcome signal(PeerId self, ClientMessage.Signal request) {
    if (request.to().equals(self)) {
      return new Outcome.Rejected(ErrorCode.TO_SELF);
    }
    if (!table.roomOf(self).has(request.to())) {
      return new Outcome.Rejected(ErrorCode.NO_SUCH_MEMBER);
    }
    ServerMessage signal = new ServerMessage.Signal(0, self, request.payload());
    return new Outcome.Accepted(null, List.of(new Notice(request.to(), signal)));
  }

  @Override
  public Outcome update(PeerId self, ClientMessage.Update request) {
    return new Outcome.Accepted(done(request), change(table.roomOf(self), self, request.media()));
  }

  private static List<Notice> change(Room room, PeerId self, MediaState media) {
    Occupant updated = room.occupant(self).with(media);
    room.put(updated);
    return room.toOthers(self, new ServerMessage.MemberUpdated(0, updated.member()));
  }

  @Override
  public Outcome order(PeerId self, ClientMessage request, @Nullable PasswordHash hash) {
    return ownerRequests.carryOut(self, request, hash);
  }

  @Override
  public List<Notice> expel(PeerId peer) {
    return table.ifInRoom(peer).isEmpty() ? List.of() : table.expel(peer);
  }

  @Override
  public List<Notice> close(RoomId id) {
    Room room = table.find(id);
    return room == null ? List.of() : table.close(room);
  }

  @Override
  public List<Notice> tick(long now) {
    return table.turnAwaySince(now - KNOCK_TIME.toMillis());
  }

  @Override
  public List<RoomCount> count(List<RoomId> asked) {
    return asked.stream().map(id -> new RoomCount(id, sizeOf(table.find(id)))).toList();
  }

  private static int sizeOf(@Nullable Room room) {
    return room == null ? 0 : room.size();
  }

  @Override
  public List<RoomView> overview() {
    return table.all().stream().map(LocalRooms::view).toList();
  }

  @Override
  public List<RoomId> ids() {
    return table.all().stream().map(Room::id).toList();
  }

  @Override
  public Optional<RoomView> view(RoomId room) {
    return Optional.ofNullable(table.find(room)).map(LocalRooms::view);
  }

  private static RoomView view(Room room) {
    List<MemberView> members =
        room.occupants().stream()
            .map(it -> new MemberView(it.member(), room.isOwner(it.member().peer()), it.since()))
            .toList();
    boolean hasPassword = room.password() != null;
    return new RoomView(room.id(), room.door(), hasPassword, room.knockers().size(), members);
  }

  @Override
  public RoomId roomOf(PeerId self) {
    return table.roomOf(self).id();
  }

  @Override
  public boolean isEmpty() {
    return table.isEmpty();
  }

  private static ServerMessage done(ClientMessage request) {
    return new ServerMessage.Done(0, request.id());
  }
}
