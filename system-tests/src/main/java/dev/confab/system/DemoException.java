package dev.confab.system;

/// Why the demonstration did not work, in words for the person who started it.
public final class DemoException extends Exception {
  private static final long serialVersionUID = 1;

  DemoException(String words) {
    super(words);
  }

  DemoException(String words, Throwable cause) {
    super(words, cause);
  }

  /// The reason alone, without a trace.
  public String words() {
    return String.valueOf(getMessage());
  }
}
