package dev.confab.server.room;

import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage;

/// Something that a member is to hear. Its `seq` is 0: the receiver's session numbers it.
public record Notice(PeerId to, ServerMessage message) {}
