package dev.confab.protocol;

import java.time.Duration;
import java.util.List;

/// The numbers that both sides must agree on.
public final class Protocol {
  /// Versions of the protocol that this code speaks, newest first.
  public static final List<Integer> VERSIONS = List.of(1);

  /// The WebSocket subprotocol (RFC 6455, section 1.9).
  public static final String SUBPROTOCOL = "confab";

  /// Silence for this long means that the other side is gone.
  public static final Duration SILENCE = Duration.ofSeconds(15);

  /// For this long a member that lost its socket keeps its place: several tries to come back, which
  /// begin at once and are two or three seconds apart, and yet no longer than others want to look
  /// at the tile of somebody whose program was killed.
  public static final Duration RESUME_GRACE = Duration.ofSeconds(15);

  private Protocol() {}
}
