package dev.confab.protocol.json;

import dev.confab.protocol.PeerId;
import java.nio.charset.StandardCharsets;

/// Writes the server's `signal` around a payload that stays as it is.
final class SignalWriter {
  private SignalWriter() {}

  /// The first `free` bytes are left as they are.
  static byte[] write(long seq, PeerId from, PayloadLiteral payload, int free) {
    String head =
        "{\"type\":\"signal\",\"seq\":" + seq + ",\"from\":\"" + from.value() + "\",\"payload\":";
    byte[] ascii = head.getBytes(StandardCharsets.US_ASCII);
    byte[] message = new byte[free + ascii.length + payload.literalLength() + 1];
    System.arraycopy(ascii, 0, message, free, ascii.length);
    payload.copyLiteral(message, free + ascii.length);
    message[message.length - 1] = '}';
    return message;
  }
}
