package dev.confab.protocol;

/// Someone in a room, as the others see them.
public record Member(PeerId peer, DisplayName name, MediaState media) {}
