package dev.confab.server.room;

import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;

/// Is told who comes and goes, once for each, on the thread of the rooms. Messages do not say that:
/// nobody is told who is alone in a room, and everybody else is told again after a resume.
public interface Attendance {
  Attendance IGNORED = new Attendance() {};

  /// `members` are in the room now.
  default void came(RoomId room, PeerId peer, int members) {}

  /// `members` are left in the room.
  default void went(RoomId room, PeerId peer, LeaveReason reason, int members) {}
}
