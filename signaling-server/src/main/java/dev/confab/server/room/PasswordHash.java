package dev.confab.server.room;

import dev.confab.protocol.RoomPassword;

/// What is kept of a room's password. Two are equal only where they are the same object: when a
/// room has another one, its password was set anew meanwhile.
public interface PasswordHash {
  /// Takes tens of milliseconds by design: never called on the thread of the rooms.
  boolean isOf(RoomPassword password);
}
