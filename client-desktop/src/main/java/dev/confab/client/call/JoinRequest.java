package dev.confab.client.call;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomId;

/// Whom to be, where; whether the others may learn one's address, as they do where connections are
/// direct; and what one has to show at the door.
public record JoinRequest(
    ServerAddress server,
    RoomId room,
    DisplayName name,
    boolean addressHidden,
    Admission admission) {
  /// With nothing to show.
  public JoinRequest(ServerAddress server, RoomId room, DisplayName name, boolean addressHidden) {
    this(server, room, name, addressHidden, Admission.NONE);
  }

  public JoinRequest with(Admission next) {
    return new JoinRequest(server, room, name, addressHidden, next);
  }

  JoinRequest with(DisplayName next) {
    return new JoinRequest(server, room, next, addressHidden, admission);
  }
}
