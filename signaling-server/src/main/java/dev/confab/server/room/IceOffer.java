package dev.confab.server.room;

import dev.confab.protocol.IceServer;
import java.time.Duration;
import java.util.List;

/// Where the STUN and TURN servers of a `welcome` come from: their credentials are made for one
/// session, and for a time that whoever implements this knows.
public interface IceOffer {
  Duration NEVER = Duration.ofDays(36_500);

  List<IceServer> to(String session);

  /// After so long, who is still here is told again.
  default Duration renewal() {
    return NEVER;
  }
}
