package dev.confab.protocol;

import java.util.regex.Pattern;

/// A room's name as it stands in links: 1 to 64 of `a-z`, `0-9`, `-` and `_`, beginning with a
/// letter or a digit.
public record RoomId(String value) {
  public static final int MAX_LENGTH = 64;
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  public RoomId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a room name");
    }
  }

  /// Reads a room name from outside.
  public static RoomId parse(String value) throws InvalidValueException {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "A room name has 1 to 64 of the characters a-z, 0-9, - and _, and begins with a letter or a digit.");
    }
    return new RoomId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
