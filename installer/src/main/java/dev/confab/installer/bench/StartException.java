package dev.confab.installer.bench;

/// Why no start could be measured, in words for the person who asked.
final class StartException extends Exception {
  private static final long serialVersionUID = 1;

  StartException(String words) {
    super(words);
  }

  StartException(String words, Throwable cause) {
    super(words, cause);
  }
}
