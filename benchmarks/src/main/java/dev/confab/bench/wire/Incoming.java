package dev.confab.bench.wire;

import java.io.IOException;

/// Takes frames apart, which have come in one after the other. Of one thread.
final class Incoming {
  /// What the frames hold; `bytes` is only lent.
  interface Sink {
    void frame(int opcode, byte[] bytes, int from, int to) throws IOException;
  }

  private static final int MAX_BYTES = 1 << 20;

  private Incoming() {}

  /// Hands every complete frame over; how many bytes those were. Masked ones are unmasked in their
  /// place.
  static int take(byte[] bytes, int from, int to, Sink sink) throws IOException {
    int at = from;
    while (to - at >= 2) {
      int second = bytes[at + 1];
      int short7 = second & 0x7f;
      int wide = short7 == Frames.LONG ? 8 : short7 == Frames.SHORT ? 2 : 0;
      int key = at + 2 + wide;
      int text = key + ((second & Frames.MASKED) == 0 ? 0 : 4);
      if (text > to) {
        break;
      }
      int length = wide == 0 ? short7 : length(bytes, at + 2, wide);
      if (length > to - text) {
        break;
      }
      if ((bytes[at] & Frames.FINAL) == 0 || (bytes[at] & 0x0f) == Frames.CONTINUATION) {
        throw new IOException("a message came in fragments");
      }
      if (text > key) {
        Frames.mask(bytes, text, bytes, text, length, key(bytes, key));
      }
      sink.frame(bytes[at] & 0x0f, bytes, text, text + length);
      at = text + length;
    }
    return at - from;
  }

  private static int key(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | ((bytes[at + 1] & 0xff) << 8)
        | ((bytes[at + 2] & 0xff) << 16)
        | (bytes[at + 3] << 24);
  }

  private static int length(byte[] bytes, int at, int wide) throws IOException {
    long length = 0;
    for (int i = 0; i < wide; i++) {
      length = (length << 8) | (bytes[at + i] & 0xff);
    }
    if (length < 0 || length > MAX_BYTES) {
      throw new IOException("a frame of " + length + " bytes came");
    }
    return (int) length;
  }
}
