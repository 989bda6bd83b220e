package dev.confab.protocol;

import java.util.regex.Pattern;

/// Names one stay of one program in a room, whatever its member ids were: chosen at random by the
/// program, 8 to 32 of `A-Z`, `a-z`, `0-9`, `-` and `_`.
public record InstanceId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8,32}");

  public InstanceId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an instance id");
    }
  }

  /// Reads an id from outside.
  public static InstanceId parse(String value) throws InvalidValueException {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "An instance id has 8 to 32 of the characters A-Z, a-z, 0-9, - and _.");
    }
    return new InstanceId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
