package dev.confab.protocol;

/// What the server allows: sizes in bytes of UTF-8, and what one socket may send in a second.
public record Limits(
    int frameBytes, int payloadBytes, int roomMembers, int messagesPerSecond, int bytesPerSecond) {
  /// 64 KiB frames; an offer of audio, video and data has 4 to 5 kB. Six in a room: everyone sends
  /// to everyone, and more than that is more than many computers and lines can do. 256 KiB a
  /// second: what a member of a full room says to all when its network has changed is about 60 kB.
  public static final Limits DEFAULT = new Limits(65_536, 49_152, 6, 100, 262_144);
}
