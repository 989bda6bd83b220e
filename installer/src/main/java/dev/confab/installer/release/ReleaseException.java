package dev.confab.installer.release;

/// Why what belongs to a release could not be made, in words for whoever releases.
final class ReleaseException extends Exception {
  private static final long serialVersionUID = 1;

  ReleaseException(String words) {
    super(words);
  }

  ReleaseException(String words, Throwable cause) {
    super(words, cause);
  }
}
