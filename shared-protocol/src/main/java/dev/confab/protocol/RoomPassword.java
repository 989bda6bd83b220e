package dev.confab.protocol;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// The secret that lets people into a room: 1 to 128 code points in Unicode form NFC, so that it is
/// the same from every keyboard, without control characters and halves of surrogate pairs. Nothing
/// is trimmed.
public record RoomPassword(String value) {
  public static final int MAX_CODE_POINTS = 128;

  public RoomPassword {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a room password");
    }
  }

  /// Reads a password from outside.
  public static RoomPassword parse(String value) throws InvalidValueException {
    // an honest one fits in this however its letters are put together; longer ones are not worth
    // normalising
    String password =
        value.length() > 8 * MAX_CODE_POINTS
            ? ""
            : Normalizer.normalize(value, Normalizer.Form.NFC);
    if (!isValid(password)) {
      throw new InvalidValueException(
          "A password has 1 to " + MAX_CODE_POINTS + " characters, and no control characters.");
    }
    return new RoomPassword(password);
  }

  private static boolean isValid(String value) {
    return !value.isEmpty()
        && value.codePointCount(0, value.length()) <= MAX_CODE_POINTS
        && Normalizer.isNormalized(value, Normalizer.Form.NFC)
        && value.codePoints().noneMatch(RoomPassword::isUnfit);
  }

  private static boolean isUnfit(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  /// For hashing; at most 512 of them.
  public byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  /// Never the secret itself: it must not get into a log.
  @Override
  public String toString() {
    return "RoomPassword";
  }
}
