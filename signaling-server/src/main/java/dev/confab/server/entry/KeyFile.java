package dev.confab.server.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// What stands in a file for keys of invitations. One rule: what begins like PEM is PEM, and holds
/// one Ed25519 key (RFC 8410); any other text is a secret for HS256, its bytes in UTF-8 without the
/// white space around it, at least 32 of them (RFC 7518, section 3.2).
public sealed interface KeyFile {
  int MIN_SECRET_BYTES = 32;

  /// Never shown: what has a private part overrides `toString`.
  record Secret(SecretKey key) implements KeyFile {
    @Override
    public String toString() {
      return "Secret";
    }
  }

  record Public(PublicKey key) implements KeyFile {}

  record Private(PrivateKey key) implements KeyFile {
    @Override
    public String toString() {
      return "Private";
    }
  }

  static KeyFile read(Path file) throws KeyFileException {
    return of(text(file), "The key file of invitations " + file);
  }

  private static String text(Path file) throws KeyFileException {
    int most = 4096;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        throw new KeyFileException(
            "The key file of invitations %s has more than %d bytes.".formatted(file, most));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new KeyFileException("The key file of invitations " + file + " is not text.", e);
    } catch (IOException e) {
      throw new KeyFileException("The key file of invitations " + file + " cannot be read.", e);
    }
  }

  private static KeyFile of(String text, String what) throws KeyFileException {
    String key = text.strip();
    if (key.startsWith("-----BEGIN")) {
      return ofPem(key, what);
    }
    byte[] secret = key.getBytes(StandardCharsets.UTF_8);
    if (secret.length < MIN_SECRET_BYTES) {
      throw new KeyFileException(
          what + " has less than " + MIN_SECRET_BYTES + " bytes: that can be guessed.");
    }
    return new Secret(new SecretKeySpec(secret, "HmacSHA256"));
  }

  private static KeyFile ofPem(String text, String what) throws KeyFileException {
    Matcher pem =
        Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----")
            .matcher(text);
    if (!pem.matches()) {
      throw new KeyFileException(what + " is not one key in PEM.");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
      KeyFactory ed25519 = KeyFactory.getInstance("Ed25519");
      return switch (pem.group(1)) {
        case "PUBLIC KEY" -> new Public(ed25519.generatePublic(new X509EncodedKeySpec(der)));
        case "PRIVATE KEY" -> new Private(ed25519.generatePrivate(new PKCS8EncodedKeySpec(der)));
        default -> throw new KeyFileException(what + " is no Ed25519 key.");
      };
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new KeyFileException(what + " is no Ed25519 key.", e);
    }
  }
}
