package dev.confab.client.call;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.KnockId;

/// Someone who waits at the room's door. `answered`: this owner has answered, and the server has
/// not yet said what came of it.
public record Knocker(KnockId id, DisplayName name, boolean answered) {}
