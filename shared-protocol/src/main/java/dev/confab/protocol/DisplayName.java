package dev.confab.protocol;

import java.text.Normalizer;

/// What a person is called in a room: 1 to 64 code points in Unicode form NFC, trimmed, without
/// control, format (bidi overrides among them), surrogate, private-use and line-separating
/// characters, so that it can be shown as it is.
public record DisplayName(String value) {
  public static final int MAX_CODE_POINTS = 64;

  public DisplayName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a display name");
    }
  }

  /// Reads a name from outside; white space around it is dropped.
  public static DisplayName parse(String value) throws InvalidValueException {
    // An honest name fits in this even with many combining marks; longer ones are not worth
    // normalising.
    if (value.length() > 8 * MAX_CODE_POINTS) {
      throw tooLong();
    }
    String name = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    if (name.isEmpty()) {
      throw new InvalidValueException("A name must not be empty.");
    }
    if (name.codePointCount(0, name.length()) > MAX_CODE_POINTS) {
      throw tooLong();
    }
    if (!isValid(name)) {
      throw new InvalidValueException(
          "A name must not contain control, direction or other invisible characters.");
    }
    return new DisplayName(name);
  }

  private static InvalidValueException tooLong() {
    return new InvalidValueException("A name has at most " + MAX_CODE_POINTS + " characters.");
  }

  private static boolean isValid(String name) {
    return !name.isEmpty()
        && name.equals(name.strip())
        && Normalizer.isNormalized(name, Normalizer.Form.NFC)
        && name.codePointCount(0, name.length()) <= MAX_CODE_POINTS
        && name.codePoints().allMatch(DisplayName::isVisible);
  }

  private static boolean isVisible(int codePoint) {
    if (codePoint == 0x200D) {
      return true; // zero width joiner: emoji and several scripts need it
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
