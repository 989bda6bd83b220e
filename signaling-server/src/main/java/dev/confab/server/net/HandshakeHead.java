package dev.confab.server.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// The request for a WebSocket, as it comes: gathered until it is complete, so that it can be
/// judged before the library answers it.
final class HandshakeHead {
  /// Of HTTP: the request line and the headers.
  static final int MAX_BYTES = 16 * 1024;

  /// A browser behind two proxies sends about thirty. The library takes time with each, and with
  /// those of the same name more and more.
  static final int MAX_LINES = 100;

  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int lines;
  private int matched;
  private boolean complete;
  private int length;

  /// Takes all of it, also what comes behind the head. False: it is too much.
  boolean add(ByteBuffer more) {
    if (bytes.size() + more.remaining() > MAX_BYTES) {
      return false;
    }
    while (more.hasRemaining()) {
      byte next = more.get();
      bytes.write(next);
      if (!complete) {
        lines += next == '\n' ? 1 : 0;
        matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
        complete = matched == END.length;
        length = bytes.size();
      }
    }
    return lines <= MAX_LINES;
  }

  boolean isComplete() {
    return complete;
  }

  /// The request, when it is complete.
  byte[] request() {
    return Arrays.copyOf(bytes.toByteArray(), length);
  }

  /// What came behind it.
  byte[] rest() {
    return Arrays.copyOfRange(bytes.toByteArray(), length, bytes.size());
  }
}
