package dev.confab.server;

import dev.confab.protocol.IceServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What this server shares with its TURN servers, so that credentials need not be kept anywhere: "A
/// REST API For Access To TURN Services" (draft-uberti-behave-turn-rest), coturn's
/// `use-auth-secret`. Immutable; never written out.
public final class TurnSecret {
  private static final int MAX_BYTES = 4096;
  private static final String MAC = "HmacSHA1"; // the draft's

  private final byte[] key;

  TurnSecret(String text) {
    this.key = text.getBytes(StandardCharsets.UTF_8);
  }

  /// The file's text, without the white space around it.
  public static TurnSecret read(Path file) throws StartException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw StartException.ofConfiguration(
            "The file of the TURN secret %s has more than %d bytes.".formatted(file, MAX_BYTES));
      }
      String text = new String(content, StandardCharsets.UTF_8).strip();
      if (text.isEmpty()) {
        throw StartException.ofConfiguration("The file of the TURN secret " + file + " is empty.");
      }
      return new TurnSecret(text);
    } catch (IOException e) {
      throw StartException.ofConfiguration(
          "The file of the TURN secret " + file + " cannot be read.", e);
    }
  }

  /// The same server with credentials that are good until `expiry`. `id` names whom they are for in
  /// the TURN server's log.
  IceServer mintFor(IceServer server, String id, Instant expiry) {
    String username = expiry.getEpochSecond() + ":" + id;
    return server.withCredentials(username, password(username));
  }

  private String password(String username) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      byte[] code = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }
}
