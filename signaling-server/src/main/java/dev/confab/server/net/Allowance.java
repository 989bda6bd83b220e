package dev.confab.server.net;

import dev.confab.server.room.Tally;

/// At most `maxBytes`, about, are kept for all clients together: what waits at their sockets
/// (`unsent`), and what may be said again to those who come back.
record Allowance(Tally unsent, long maxBytes) {}
