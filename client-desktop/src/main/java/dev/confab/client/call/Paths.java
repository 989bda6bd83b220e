package dev.confab.client.call;

import dev.confab.protocol.IceServer;
import java.util.List;

/// How a connection may come about: the servers that help, and whether one of them must carry
/// everything, so that the other member does not learn one's address.
public record Paths(List<IceServer> iceServers, boolean relayOnly) {
  public Paths {
    iceServers = List.copyOf(iceServers);
  }
}
