package dev.confab.server.room;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage.RoomCount;
import java.util.List;

/// The rooms of this server, or of several that share them. Members are known by their ids alone,
/// so that one of them may have its session on another machine.
public interface Rooms {
  /// `newcomer` must not be in a room yet.
  Outcome join(Member newcomer, ClientMessage.Join request);

  /// The answer to `join` of one who is in that very room: a program that was started again, and
  /// knows nothing of what it had. Its place stays, and the others see nobody come or go. `self`
  /// must be in a room, here and in what follows.
  Outcome joinAgain(PeerId self, ClientMessage.Join request);

  Outcome leave(PeerId self, ClientMessage.Leave request);

  Outcome signal(PeerId self, ClientMessage.Signal request);

  Outcome update(PeerId self, ClientMessage.Update request);

  /// Takes a member out who did not ask for it.
  List<Notice> remove(PeerId self, LeaveReason reason);

  /// In the order asked; a room that is not there has no members.
  List<RoomCount> count(List<RoomId> rooms);

  /// Nobody is in any room.
  boolean isEmpty();
}
