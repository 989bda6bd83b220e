package dev.confab.protocol.json;

import dev.confab.protocol.Payload;
import java.nio.charset.StandardCharsets;

/// A payload as the JSON string that it came as (RFC 8259, section 7), in UTF-8, with its quotes.
final class PayloadLiteral extends Payload {
  private final byte[] literal;
  private final int length;

  /// `length` is that of the text, in bytes of UTF-8. The array must not be changed any more.
  PayloadLiteral(byte[] literal, int length) {
    this.literal = literal;
    this.length = length;
  }

  byte[] literal() {
    return literal;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public String text() {
    try {
      String json = new String(literal, StandardCharsets.UTF_8);
      return ((Json.Text) JsonText.parse(json)).value();
    } catch (ProtocolException e) {
      throw new IllegalStateException("it was read as a string", e);
    }
  }
}
