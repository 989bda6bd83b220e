package dev.confab.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/// What a program shows to be let in (RFC 6750). Never written out.
public final class AccessToken {
  /// The characters that RFC 6750, section 2.1, lets it have. Sixteen are what a guess is slow for.
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]{16,512}=*");

  private static final String SCHEME = "Bearer ";

  private final byte[] text;

  private AccessToken(String text) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
  }

  /// Throws [IllegalArgumentException], without the text, when it is none.
  public static AccessToken of(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "has to be 16 to 512 letters, digits and . _ ~ + / - on one line");
    }
    return new AccessToken(text);
  }

  /// Whether this `Authorization` header has it. Takes as long for any token of its length.
  boolean isIn(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            text,
            authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
  }
}
