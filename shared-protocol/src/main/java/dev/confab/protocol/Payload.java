package dev.confab.protocol;

import java.nio.charset.StandardCharsets;

/// What a `signal` carries: a string that is opaque to the server, and may be large. Equal when the
/// text is. The server has it as it stood in the message, and need not make a string of it.
public abstract class Payload {
  public static Payload of(String text) {
    return new Text(text);
  }

  public abstract String text();

  /// The length of the text in bytes of UTF-8.
  public abstract int length();

  @Override
  public final boolean equals(Object other) {
    return other instanceof Payload payload && text().equals(payload.text());
  }

  @Override
  public final int hashCode() {
    return text().hashCode();
  }

  /// Not the text: it must not get into a log.
  @Override
  public final String toString() {
    return "Payload of " + length() + " bytes";
  }

  private static final class Text extends Payload {
    private final String text;

    private Text(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }

    @Override
    public int length() {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }
}
