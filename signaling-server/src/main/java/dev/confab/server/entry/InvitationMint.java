package dev.confab.server.entry;

import dev.confab.protocol.InvitationToken;
import dev.confab.server.room.Invitation;
import dev.confab.server.room.Right;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;

/// Makes invitations, as whoever has the key can.
public final class InvitationMint {
  private final KeyFile key;

  private InvitationMint(KeyFile key) {
    this.key = key;
  }

  public static InvitationMint read(Path file) throws KeyFileException {
    KeyFile key = KeyFile.read(file);
    if (key instanceof KeyFile.Public) {
      throw new KeyFileException(
          "The key file of invitations " + file + " is a public key; it takes the private one.");
    }
    return new InvitationMint(key);
  }

  public InvitationToken make(Invitation invitation, Instant until) {
    JwtBuilder token =
        Jwts.builder()
            .audience()
            .add(Invitations.AUDIENCE)
            .and()
            .expiration(Date.from(until))
            .claim(Invitations.ROOM, invitation.room().value());
    if (invitation.name() != null) {
      token.claim(Invitations.NAME, invitation.name().value());
    }
    if (!invitation.rights().isEmpty()) {
      token.claim(
          Invitations.RIGHTS, invitation.rights().stream().sorted().map(Right::wire).toList());
    }
    return new InvitationToken(sign(token).compact());
  }

  private JwtBuilder sign(JwtBuilder token) {
    return switch (key) {
      case KeyFile.Secret(var secret) -> token.signWith(secret, Jwts.SIG.HS256);
      case KeyFile.Private(var hidden) -> token.signWith(hidden, Jwts.SIG.EdDSA);
      case KeyFile.Public _ -> throw new IllegalStateException("a public key signs nothing");
    };
  }
}
