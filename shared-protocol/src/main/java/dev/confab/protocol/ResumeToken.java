package dev.confab.protocol;

import java.util.regex.Pattern;

/// The secret with which a client that lost its socket takes its place again: 43 characters of
/// base64url, 256 bits.
public record ResumeToken(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  public ResumeToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a resume token");
    }
  }

  /// Reads a token from outside.
  public static ResumeToken parse(String value) throws InvalidValueException {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValueException("A resume token has 43 characters of base64url.");
    }
    return new ResumeToken(value);
  }

  /// Never the secret itself: it must not get into a log.
  @Override
  public String toString() {
    return "ResumeToken";
  }
}
