package dev.confab.server;

import dev.confab.protocol.IceServer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which STUN and TURN servers clients are told of. With a secret, each session gets credentials of
/// its own for those that relay.
public record IceSettings(List<IceServer> servers, @Nullable TurnSecret secret) {
  public static final IceSettings NONE = new IceSettings(List.of(), null);

  public IceSettings {
    servers = List.copyOf(servers);
  }

  /// What the session of this id is told at this time.
  public List<IceServer> offer(String session, Instant now) {
    TurnSecret shared = secret;
    return shared == null
        ? servers
        : servers.stream().map(it -> it.relays() ? shared.mintFor(it, session, now) : it).toList();
  }
}
