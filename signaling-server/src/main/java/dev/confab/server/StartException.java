package dev.confab.server;

import org.jspecify.annotations.Nullable;

/// The server cannot start. The message is a sentence for the one who started it.
public final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitStatus;

  private StartException(int exitStatus, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitStatus = exitStatus;
  }

  /// What was asked for is wrong.
  static StartException ofConfiguration(String message) {
    return new StartException(Main.MISCONFIGURED, message, null);
  }

  /// What was asked for is wrong.
  static StartException ofConfiguration(String message, Throwable cause) {
    return new StartException(Main.MISCONFIGURED, message, cause);
  }

  /// What was asked for cannot be had at the moment.
  static StartException ofMachine(String message, Throwable cause) {
    return new StartException(1, message, cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /// With which status the program ends for it.
  public int exitStatus() {
    return exitStatus;
  }
}
