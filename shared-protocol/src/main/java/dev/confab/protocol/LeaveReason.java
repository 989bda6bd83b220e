package dev.confab.protocol;

/// Why a member is no longer in the room.
public enum LeaveReason {
  /// Said goodbye.
  LEFT,
  /// Lost its socket and did not come back in time.
  LOST
}
