package dev.confab.protocol;

import java.util.List;

/// What holds for a room as a whole: its door, whether it has a password, and which members are its
/// owners.
public record RoomState(Door door, boolean password, List<PeerId> owners) {
  /// That of a server which knows of no such things.
  public static final RoomState OPEN = new RoomState(Door.OPEN, false, List.of());

  public RoomState {
    owners = List.copyOf(owners);
  }
}
