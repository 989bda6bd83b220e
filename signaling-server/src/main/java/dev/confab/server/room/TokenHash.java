package dev.confab.server.room;

import dev.confab.protocol.ResumeToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What the server keeps of a token, SHA-256: how long a look-up takes then tells nothing about the
/// tokens that there are, and a dump of the memory holds none.
record TokenHash(String hex) {
  static TokenHash of(ResumeToken token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest(token.value().getBytes(StandardCharsets.US_ASCII));
      return new TokenHash(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
