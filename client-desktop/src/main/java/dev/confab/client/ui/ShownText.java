package dev.confab.client.ui;

/// Text from others, made fit to be shown: it cannot reorder what stands around it nor hide what it
/// says.
public final class ShownText {
  private static final char REPLACEMENT = '\uFFFD';

  private ShownText() {}

  /// Without embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9) and
  /// without control characters but line feed and tab. Letters of right-to-left scripts keep their
  /// direction.
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
          shown.append('\n');
        }
      } else if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        shown.append(REPLACEMENT);
      } else if (!steersDirection(c)) {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  /// The same on one line, of at most `maxLength` characters.
  public static String line(String text, int maxLength) {
    String line = of(text).replaceAll("\\s+", " ").strip();
    return line.length() <= maxLength ? line : line.substring(0, maxLength - 1) + "…";
  }

  private static boolean steersDirection(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
