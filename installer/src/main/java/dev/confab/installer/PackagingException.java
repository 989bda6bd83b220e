package dev.confab.installer;

/// Why a package could not be made, in words for whoever is building it.
public final class PackagingException extends Exception {
  private static final long serialVersionUID = 1;

  PackagingException(String words) {
    super(words);
  }

  PackagingException(String words, Throwable cause) {
    super(words, cause);
  }
}
