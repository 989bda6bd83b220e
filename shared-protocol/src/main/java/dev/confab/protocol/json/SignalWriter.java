package dev.confab.protocol.json;

import dev.confab.protocol.PeerId;
import java.nio.charset.StandardCharsets;

/// Writes the server's `signal` around a payload that stays as it is.
final class SignalWriter {
  private SignalWriter() {}

  static byte[] write(long seq, PeerId from, PayloadLiteral payload) {
    String head =
        "{\"type\":\"signal\",\"seq\":" + seq + ",\"from\":\"" + from.value() + "\",\"payload\":";
    byte[] literal = payload.literal();
    byte[] message = new byte[head.length() + literal.length + 1];
    byte[] ascii = head.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, message, 0, ascii.length);
    System.arraycopy(literal, 0, message, ascii.length, literal.length);
    message[message.length - 1] = '}';
    return message;
  }
}
