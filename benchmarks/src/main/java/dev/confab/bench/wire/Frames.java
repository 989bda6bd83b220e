package dev.confab.bench.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The bytes of frames (RFC 6455, section 5.2).
final class Frames {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  /// Of a frame that is masked.
  static final int MAX_HEAD = 14;

  static final int FINAL = 0x80;
  static final int MASKED = 0x80;
  static final int SHORT = 126;
  static final int LONG = 127;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Frames() {}

  /// Writes a head at `at`; where it ends. `masked` is 0 or [#MASKED].
  static int head(byte[] to, int at, int opcode, int masked, int length) {
    int end = at;
    to[end++] = (byte) (FINAL | opcode);
    if (length < SHORT) {
      to[end++] = (byte) (masked | length);
    } else if (length <= 0xffff) {
      to[end++] = (byte) (masked | SHORT);
      to[end++] = (byte) (length >> 8);
      to[end++] = (byte) length;
    } else {
      to[end++] = (byte) (masked | LONG);
      for (int shift = 56; shift >= 0; shift -= 8) {
        to[end++] = (byte) ((long) length >> shift);
      }
    }
    return end;
  }

  /// What a close frame says (section 5.5.1).
  static String closing(byte[] bytes, int from, int to) {
    if (to - from < 2) {
      return "closed";
    }
    int code = ((bytes[from] & 0xff) << 8) | (bytes[from + 1] & 0xff);
    String reason = new String(bytes, from + 2, to - from - 2, StandardCharsets.UTF_8);
    return ("closed with " + code + " " + reason).strip();
  }

  /// Writes the key at `at`, and the masked text after it; where that ends.
  static int masked(byte[] to, int at, int key, byte[] text, int length) {
    for (int i = 0; i < 4; i++) {
      to[at + i] = (byte) (key >> (8 * i));
    }
    mask(text, 0, to, at + 4, length, key);
    return at + 4 + length;
  }

  /// Section 5.3, eight bytes at a time. It undoes itself. `from` and `to` may be the same.
  static void mask(byte[] from, int fromAt, byte[] to, int toAt, int length, int key) {
    long twice = (key & 0xffffffffL) | ((long) key << 32);
    int i = 0;
    for (; i <= length - 8; i += 8) {
      LONGS.set(to, toAt + i, (long) LONGS.get(from, fromAt + i) ^ twice);
    }
    for (; i < length; i++) {
      to[toAt + i] = (byte) (from[fromAt + i] ^ (key >> (8 * (i & 3))));
    }
  }
}
