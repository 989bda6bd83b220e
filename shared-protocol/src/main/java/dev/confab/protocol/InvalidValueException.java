package dev.confab.protocol;

import java.util.Objects;

/// A value that breaks the protocol's rules for names, ids or sizes. The message is fit for people
/// and never repeats the offending value.
public final class InvalidValueException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidValueException(String message) {
    super(message);
  }

  /// Never null.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
