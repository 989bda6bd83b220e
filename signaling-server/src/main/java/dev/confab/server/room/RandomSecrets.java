package dev.confab.server.room;

import dev.confab.protocol.ResumeToken;
import java.security.SecureRandom;
import java.util.Base64;

/// Tokens of 256 random bits, ids of 96: by chance, two never meet.
public final class RandomSecrets implements Secrets {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private final SecureRandom random = new SecureRandom();

  @Override
  public ResumeToken token() {
    return new ResumeToken(text(32));
  }

  @Override
  public String id() {
    return text(12);
  }

  private String text(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return BASE64.encodeToString(value);
  }
}
