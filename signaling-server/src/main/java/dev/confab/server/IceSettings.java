package dev.confab.server;

import dev.confab.protocol.IceServer;
import dev.confab.server.room.IceOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which STUN and TURN servers clients are told of. With a secret, each session gets credentials of
/// its own for those that relay, good for `validity`.
public record IceSettings(List<IceServer> servers, @Nullable TurnSecret secret, Duration validity)
    implements IceOffer {
  public static final Duration DEFAULT_VALIDITY = Duration.ofHours(24);

  public static final IceSettings NONE = new IceSettings(List.of(), null, DEFAULT_VALIDITY);

  public IceSettings {
    servers = List.copyOf(servers);
  }

  @Override
  public List<IceServer> to(String session) {
    return offer(session, Instant.now());
  }

  /// Then whoever asks for a relay has half of the time left, at least.
  @Override
  public Duration renewal() {
    return secret == null ? NEVER : validity.dividedBy(2);
  }

  /// What the session of this id is told at this time.
  List<IceServer> offer(String session, Instant now) {
    TurnSecret shared = secret;
    return shared == null
        ? servers
        : servers.stream()
            .map(it -> it.relays() ? shared.mintFor(it, session, now.plus(validity)) : it)
            .toList();
  }
}
