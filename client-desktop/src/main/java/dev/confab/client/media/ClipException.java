package dev.confab.client.media;

/// A clip that cannot be played. The reason is for the program, which has its own words for people;
/// the message, in English, is for the log.
public final class ClipException extends Exception {
  private static final long serialVersionUID = 1;

  public enum Reason {
    /// Not there, no permission, or the disk failed.
    UNREADABLE,
    /// Not a file of this kind, or damaged.
    MALFORMED,
    /// A good file in a form that is not played here.
    NOT_SUPPORTED,
    /// More than may be held.
    TOO_LARGE,
    /// Nothing in it.
    EMPTY
  }

  private final Reason reason;

  public ClipException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public ClipException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
