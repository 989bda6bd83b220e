package dev.confab.server.room;

import dev.confab.protocol.IceServer;
import dev.confab.protocol.Limits;
import java.time.Duration;
import java.util.List;

/// What every session is told in its `welcome`; how long it outlives its socket, and how many
/// without a socket are kept at most.
public record SessionRules(
    Limits limits, List<IceServer> iceServers, Duration grace, int maxWaiting) {
  public SessionRules {
    iceServers = List.copyOf(iceServers);
  }
}
