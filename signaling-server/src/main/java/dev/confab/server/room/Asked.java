package dev.confab.server.room;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.PeerId;
import org.jspecify.annotations.Nullable;

/// A request that waits for something to be looked at: `place` is where it was said, `shown` what
/// was known before.
record Asked(
    ClientMessage request, @Nullable PeerId place, Shown shown, Inspection at, Ticket ticket) {}
