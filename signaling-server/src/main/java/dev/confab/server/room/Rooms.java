package dev.confab.server.room;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage.RoomCount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rooms of this server, or of several that share them. Members are known by their ids alone,
/// so that one of them may have its session on another machine. `now` is in ms, on a clock that
/// never goes back.
public interface Rooms {
  /// `newcomer` must not be in a room yet, nor wait at a door. The reply is a `joined`, or a
  /// `waiting`: then a notice to `newcomer.peer()` is the answer, a `joined` or a refusal. Where it
  /// is [Outcome.Undecided], this is asked again with more `shown`.
  Outcome join(Newcomer newcomer, ClientMessage.Join request, Shown shown, long now);

  /// The answer to `join` of one who is in that very room: a program that was started again, and
  /// knows nothing of what it had. Its place stays, and the others see nobody come or go. `self`
  /// must be in a room, here and in what follows.
  Outcome joinAgain(PeerId self, ClientMessage.Join request);

  /// The same for one who waits at the door of that very room, and goes on waiting.
  Outcome waitAgain(PeerId self, ClientMessage.Join request);

  /// `self`, who waits at a door, does so no more.
  List<Notice> withdraw(PeerId self);

  Outcome leave(PeerId self, ClientMessage.Leave request);

  Outcome signal(PeerId self, ClientMessage.Signal request);

  Outcome update(PeerId self, ClientMessage.Update request);

  /// What only owners may ask for. `hash` is that of a `set-room`'s new password, once it is known.
  Outcome order(PeerId self, ClientMessage request, @Nullable PasswordHash hash);

  /// Takes a member out who did not ask for it.
  List<Notice> remove(PeerId self, LeaveReason reason);

  /// Takes a member out who cannot come back, as an owner would. Nothing where there is none.
  List<Notice> expel(PeerId peer);

  /// Takes everyone out of a room. Nothing where there is none.
  List<Notice> close(RoomId room);

  /// Time has passed: turns away those who waited too long.
  List<Notice> tick(long now);

  /// In the order asked; a room that is not there has no members.
  List<RoomCount> count(List<RoomId> rooms);

  List<RoomView> overview();

  /// For an overview in several steps: the rooms that there are now.
  List<RoomId> ids();

  /// Empty when the room is not there any more.
  Optional<RoomView> view(RoomId room);

  RoomId roomOf(PeerId self);

  /// Nobody is in any room.
  boolean isEmpty();
}
