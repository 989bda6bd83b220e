package dev.confab.client.ui.lobby;

import dev.confab.client.call.Admission;
import dev.confab.client.call.ConfabLink;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.settings.Settings;

/// What stands in the lobby's fields when it opens: from the last time, the command line, a link,
/// or a call to go back to.
public record LobbyDefaults(
    String name, String room, String server, boolean addressHidden, Admission admission) {
  /// With nothing to show at the door.
  public LobbyDefaults(String name, String room, String server, boolean addressHidden) {
    this(name, room, server, addressHidden, Admission.NONE);
  }

  public static LobbyDefaults of(Settings.Lobby remembered) {
    return new LobbyDefaults(
        remembered.name(), remembered.room(), remembered.server(), remembered.addressHidden());
  }

  public static LobbyDefaults of(JoinRequest request) {
    return new LobbyDefaults(
        request.name().value(),
        request.room().value(),
        request.server().toString(),
        request.addressHidden());
  }

  public LobbyDefaults with(ConfabLink link) {
    return new LobbyDefaults(
        name, link.room().value(), link.server().toString(), addressHidden, link.admission());
  }
}
