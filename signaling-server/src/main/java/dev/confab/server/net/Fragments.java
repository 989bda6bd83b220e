package dev.confab.server.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.LimitExceededException;

/// The beginning of a message that comes in several frames (RFC 6455, section 5.4), with a bound on
/// all of it.
final class Fragments {
  static final int MAX_FRAGMENTS = 64;

  private final Opcode kind;
  private final int maxBytes;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int count;

  /// `kind` is that of the first frame: text or binary.
  Fragments(Opcode kind, int maxBytes) {
    this.kind = kind;
    this.maxBytes = maxBytes;
  }

  Opcode kind() {
    return kind;
  }

  void add(ByteBuffer payload) throws LimitExceededException {
    count++;
    if (count > MAX_FRAGMENTS || bytes.size() + payload.remaining() > maxBytes) {
      throw new LimitExceededException("the message is too big", maxBytes);
    }
    bytes.write(payload.array(), payload.arrayOffset() + payload.position(), payload.remaining());
  }

  byte[] all() {
    return bytes.toByteArray();
  }
}
