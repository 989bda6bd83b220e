package dev.confab.bench.crowd;

import java.nio.charset.StandardCharsets;

/// A letter that has just come; one object for all of them.
public final class Arrival {
  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private int stampAt;

  /// Whether there is a letter in it.
  boolean read(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    stampAt = Stamp.find(bytes, from, to);
    return stampAt >= 0;
  }

  public Letter letter() {
    return Stamp.letter(bytes, stampAt);
  }

  /// The number of the member who sent it.
  public int sender() {
    return Stamp.sender(bytes, stampAt);
  }

  /// As in [System#nanoTime].
  public long sentAt() {
    return Stamp.time(bytes, stampAt);
  }

  /// All of the message.
  public String text() {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
