package dev.confab.protocol;

/// What the server allows: sizes in bytes of UTF-8, rates in messages a second.
public record Limits(int frameBytes, int payloadBytes, int roomMembers, int messagesPerSecond) {
  /// 64 KiB frames; an offer of audio, video and data has 4 to 5 kB. Six in a room: everyone sends
  /// to everyone, and more than that is more than many computers and lines can do.
  public static final Limits DEFAULT = new Limits(65_536, 49_152, 6, 100);
}
