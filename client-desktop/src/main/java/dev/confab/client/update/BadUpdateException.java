package dev.confab.client.update;

/// What was said about updates is not what it should be. Its text repeats nothing of it.
public final class BadUpdateException extends Exception {
  private static final long serialVersionUID = 1L;

  BadUpdateException(String message) {
    super(message);
  }

  BadUpdateException(String message, Throwable cause) {
    super(message, cause);
  }
}
