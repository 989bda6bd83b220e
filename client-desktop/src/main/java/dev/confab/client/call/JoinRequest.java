package dev.confab.client.call;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomId;

/// Whom to be, where; and whether the others may learn one's address, as they do where connections
/// are direct.
public record JoinRequest(
    ServerAddress server, RoomId room, DisplayName name, boolean addressHidden) {}
