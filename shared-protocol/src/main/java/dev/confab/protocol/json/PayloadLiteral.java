package dev.confab.protocol.json;

import dev.confab.protocol.Payload;
import java.nio.charset.StandardCharsets;

/// A payload as the JSON string that it came as (RFC 8259, section 7), in UTF-8, with its quotes: a
/// part of the message that it came in, which is not copied.
final class PayloadLiteral extends Payload {
  private final byte[] message;
  private final int from;
  private final int to;
  private final int length;

  /// `length` is that of the text, in bytes of UTF-8. The array must not be changed any more.
  PayloadLiteral(byte[] message, int from, int to, int length) {
    this.message = message;
    this.from = from;
    this.to = to;
    this.length = length;
  }

  /// With its quotes, in bytes.
  int literalLength() {
    return to - from;
  }

  void copyLiteral(byte[] target, int at) {
    System.arraycopy(message, from, target, at, literalLength());
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public String text() {
    try {
      String json = new String(message, from, literalLength(), StandardCharsets.UTF_8);
      return ((Json.Text) JsonText.parse(json)).value();
    } catch (ProtocolException e) {
      throw new IllegalStateException("it was read as a string", e);
    }
  }
}
