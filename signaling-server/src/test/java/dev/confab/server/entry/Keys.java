package dev.confab.server.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;

/// Key files for tests.
final class Keys {
  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

  private Keys() {}

  static Path secret(Path folder) throws IOException {
    return Files.writeString(folder.resolve("secret"), SECRET + "\n");
  }

  static KeyPair ed25519() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static Path pem(Path file, String label, Key key) throws IOException {
    return Files.writeString(file, pem(label, key));
  }

  static String pem(String label, Key key) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN %s-----%n%s%n-----END %1$s-----%n".formatted(label, base64);
  }
}
