package dev.confab.client.media;

/// What the test picture carries for programs to read back: which frame it is (the lower 32 bits of
/// its number), and when it was sent (milliseconds since 1970, UTC).
public record FrameStamp(long frameNumber, long sendTimeMillis) {}
