package dev.confab.protocol;

import java.util.regex.Pattern;

/// A member's id, given by the server, unique while the server runs: 1 to 32 of `A-Z`, `a-z`,
/// `0-9`, `-` and `_`.
public record PeerId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  public PeerId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a member id");
    }
  }

  /// Reads an id from outside.
  public static PeerId parse(String value) throws InvalidValueException {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "A member id has 1 to 32 of the characters A-Z, a-z, 0-9, - and _.");
    }
    return new PeerId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
