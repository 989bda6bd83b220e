package dev.confab.server.net;

/// A certificate or key file is of no use. The message is a sentence for the one who named it.
public final class PemException extends Exception {
  private static final long serialVersionUID = 1L;

  PemException(String message, Throwable cause) {
    super(message, cause);
  }

  PemException(String message) {
    super(message);
  }
}
