package dev.confab.server.room;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.PeerId;

/// Someone who wants to come into a room. `peer` will be their place there, and is new; `session`
/// stays the same whenever they try again; `name` is what they call themselves.
public record Newcomer(PeerId peer, String session, DisplayName name) {}
