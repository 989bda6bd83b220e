package dev.confab.client.call;

/// All that a window shows, at one moment. Immutable but for the frames in it.
public record CallSnapshot(Phase phase, LocalMedia local, Devices devices) {}
