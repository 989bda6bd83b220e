package dev.confab.server.room;

import dev.confab.protocol.IceServer;
import java.util.List;

/// Where the STUN and TURN servers of a `welcome` come from: their credentials are made for one
/// session, and for a time that whoever implements this knows.
@FunctionalInterface
public interface IceOffer {
  List<IceServer> to(String session);
}
