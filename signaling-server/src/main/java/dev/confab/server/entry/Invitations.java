package dev.confab.server.entry;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomId;
import dev.confab.server.room.Invitation;
import dev.confab.server.room.Right;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Opens invitations: JSON Web Tokens (RFC 7519), whose form `docs/protocol.md` has. Any thread.
public final class Invitations {
  static final String AUDIENCE = "confab";
  static final String ROOM = "room";
  static final String NAME = "name";
  static final String RIGHTS = "rights";

  private final JwtParser parser;

  public Invitations(InvitationKey key, InstantSource clock) {
    this.parser =
        key.parser()
            .clock(() -> Date.from(clock.instant()))
            .requireAudience(AUDIENCE)
            // nothing is unpacked: what is small must be small
            .zip()
            .clear()
            .and()
            .build();
  }

  /// Empty where it is not genuine, does not hold at the moment, or is for another room.
  Optional<Invitation> open(RoomId room, InvitationToken token) {
    try {
      Claims claims = parser.parseSignedClaims(token.value()).getPayload();
      if (claims.getExpiration() == null || !room.value().equals(claims.get(ROOM))) {
        return Optional.empty();
      }
      return Optional.of(new Invitation(room, name(claims.get(NAME)), rights(claims.get(RIGHTS))));
    } catch (JwtException | IllegalArgumentException | InvalidValueException refused) {
      return Optional.empty(); // what was wrong helps only those who forge
    }
  }

  private static @Nullable DisplayName name(@Nullable Object claim) throws InvalidValueException {
    if (claim == null) {
      return null;
    }
    if (claim instanceof String name) {
      return DisplayName.parse(name);
    }
    throw new InvalidValueException("A name is a string.");
  }

  /// Those that only a newer server knows give nothing.
  private static Set<Right> rights(@Nullable Object claim) throws InvalidValueException {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    if (claim == null) {
      return rights;
    }
    if (!(claim instanceof Collection<?> wires)) {
      throw new InvalidValueException("Rights are an array.");
    }
    for (Object wire : wires) {
      if (wire instanceof String text) {
        Right.ofWire(text).ifPresent(rights::add);
      }
    }
    return rights;
  }
}
