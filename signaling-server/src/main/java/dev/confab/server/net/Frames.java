package dev.confab.server.net;

import java.nio.ByteBuffer;

/// A server's frames (RFC 6455, section 5.2): whole, and not masked.
final class Frames {
  private static final byte WHOLE_TEXT = (byte) 0x81;
  private static final int MAX_SHORT = 125;
  private static final int MAX_MEDIUM = 0xFFFF;

  private static final byte PING = (byte) 0x89;

  /// In bytes.
  static final int MAX_HEADER = 10;

  private Frames() {}

  static ByteBuffer ping(long number) {
    return ByteBuffer.allocate(2 + Long.BYTES)
        .put(PING)
        .put((byte) Long.BYTES)
        .putLong(number)
        .flip();
  }

  /// The text, in UTF-8, stands behind [#MAX_HEADER] bytes that are free; the frame is made of it
  /// there.
  static ByteBuffer text(byte[] bytes) {
    int length = bytes.length - MAX_HEADER;
    int header = length <= MAX_SHORT ? 2 : length <= MAX_MEDIUM ? 4 : MAX_HEADER;
    ByteBuffer frame =
        ByteBuffer.wrap(bytes, MAX_HEADER - header, header + length).slice().put(WHOLE_TEXT);
    switch (header) {
      case 2 -> frame.put((byte) length);
      case 4 -> frame.put((byte) 126).putShort((short) length);
      default -> frame.put((byte) 127).putLong(length);
    }
    return frame.rewind();
  }
}
