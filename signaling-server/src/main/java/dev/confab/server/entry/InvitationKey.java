package dev.confab.server.entry;

import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;
import java.nio.file.Path;

/// What invitations are checked with. The kind of key decides which algorithm is accepted, never
/// the invitation: a public key, which everyone may know, cannot pass for a secret.
public final class InvitationKey {
  private final KeyFile key;

  private InvitationKey(KeyFile key) {
    this.key = key;
  }

  public static InvitationKey read(Path file) throws KeyFileException {
    KeyFile key = KeyFile.read(file);
    if (key instanceof KeyFile.Private) {
      throw new KeyFileException(
          "The key file of invitations "
              + file
              + " is a private key. The server only needs the public one (openssl pkey -pubout).");
    }
    return new InvitationKey(key);
  }

  /// Whether whoever knows it can invite.
  public boolean isSecret() {
    return key instanceof KeyFile.Secret;
  }

  JwtParserBuilder parser() {
    return switch (key) {
      case KeyFile.Secret(var secret) ->
          Jwts.parser().sig().clear().add(Jwts.SIG.HS256).and().verifyWith(secret);
      case KeyFile.Public(var open) ->
          Jwts.parser().sig().clear().add(Jwts.SIG.EdDSA).and().verifyWith(open);
      case KeyFile.Private _ -> throw new IllegalStateException("a private key checks nothing");
    };
  }

  @Override
  public String toString() {
    return "InvitationKey";
  }
}
