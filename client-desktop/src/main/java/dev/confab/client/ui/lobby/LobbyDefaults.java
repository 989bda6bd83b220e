package dev.confab.client.ui.lobby;

import dev.confab.client.call.ConfabLink;
import dev.confab.client.settings.Settings;

/// What stands in the lobby's fields when it opens: from the last time, the command line, or a
/// link.
public record LobbyDefaults(String name, String room, String server, boolean addressHidden) {
  public static LobbyDefaults of(Settings.Lobby remembered) {
    return new LobbyDefaults(
        remembered.name(), remembered.room(), remembered.server(), remembered.addressHidden());
  }

  public LobbyDefaults with(ConfabLink link) {
    return new LobbyDefaults(name, link.room().value(), link.server().toString(), addressHidden);
  }
}
