package dev.confab.server.entry;

import java.util.Objects;

/// A key file that cannot be used. The message is for whoever set it up, and repeats nothing of
/// what stands in it.
public final class KeyFileException extends Exception {
  private static final long serialVersionUID = 1L;

  KeyFileException(String message) {
    super(message);
  }

  KeyFileException(String message, Throwable cause) {
    super(message, cause);
  }

  /// Never null.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
