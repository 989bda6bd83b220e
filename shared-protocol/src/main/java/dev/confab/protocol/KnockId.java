package dev.confab.protocol;

import java.util.regex.Pattern;

/// Names someone who waits at a room's door; given by the server, unique while it runs: 1 to 32 of
/// `A-Z`, `a-z`, `0-9`, `-` and `_`.
public record KnockId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  public KnockId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a knock id");
    }
  }

  /// Reads an id from outside.
  public static KnockId parse(String value) throws InvalidValueException {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "A knock id has 1 to 32 of the characters A-Z, a-z, 0-9, - and _.");
    }
    return new KnockId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
