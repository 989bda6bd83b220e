package dev.confab.bench.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Frames that are to be written to one connection. Idle connections have none.
final class Outgoing {
  private static final int FIRST_BYTES = 4096;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int from;
  private int to;

  void add(byte[] raw) {
    reserve(raw.length);
    System.arraycopy(raw, 0, bytes, to, raw.length);
    to += raw.length;
  }

  void add(int opcode, int key, byte[] text, int length) {
    reserve(Frames.MAX_HEAD + length);
    int head = Frames.head(bytes, to, opcode, Frames.MASKED, length);
    to = Frames.masked(bytes, head, key, text, length);
  }

  private void reserve(int more) {
    if (to + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, to + more));
    }
  }

  /// As much as fits.
  void peek(ByteBuffer into) {
    into.put(bytes, from, Math.min(to - from, into.remaining()));
  }

  void written(int count) {
    from += count;
    if (from == to) {
      from = 0;
      to = 0;
    }
  }

  boolean isEmpty() {
    return from == to;
  }
}
