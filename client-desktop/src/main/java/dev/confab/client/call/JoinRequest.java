package dev.confab.client.call;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomId;

/// Whom to be, where.
public record JoinRequest(ServerAddress server, RoomId room, DisplayName name) {}
