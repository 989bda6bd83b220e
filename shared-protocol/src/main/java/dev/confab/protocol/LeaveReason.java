package dev.confab.protocol;

/// Why a member is no longer in the room.
public enum LeaveReason {
  /// Said goodbye.
  LEFT,
  /// Lost its socket and did not come back in time; or for a reason that only a newer server knows.
  LOST,
  /// An owner of the room, or the server's operator, took it out.
  REMOVED
}
