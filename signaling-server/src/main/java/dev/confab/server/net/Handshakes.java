package dev.confab.server.net;

import dev.confab.protocol.Protocol;
import java.util.List;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.HandshakeBuilder;
import org.java_websocket.handshake.HandshakeImpl1Server;
import org.java_websocket.handshake.ServerHandshakeBuilder;

/// What the library does to make a socket a WebSocket (RFC 6455, section 4), with the subprotocol
/// `confab`. A handshake is answered in one go, on the one thread of the [SocketLoop], so all
/// sockets share this; of the library's own, each would have several lists, and a source of random
/// numbers. Frames are read by the [ClientSocket].
final class Handshakes extends Draft_6455 {
  Handshakes() {
    super(List.of(), List.of(new org.java_websocket.protocols.Protocol(Protocol.SUBPROTOCOL)));
  }

  @Override
  public Draft copyInstance() {
    return this;
  }

  /// Without the name of the library, which says to attackers what to try.
  @Override
  public HandshakeBuilder postProcessHandshakeResponseAsServer(
      ClientHandshake request, ServerHandshakeBuilder response) throws InvalidHandshakeException {
    HandshakeBuilder full = super.postProcessHandshakeResponseAsServer(request, response);
    HandshakeImpl1Server ours = new HandshakeImpl1Server();
    ours.setHttpStatusMessage(response.getHttpStatusMessage());
    full.iterateHttpFields()
        .forEachRemaining(
            name -> {
              if (!name.equalsIgnoreCase("Server")) {
                ours.put(name, full.getFieldValue(name));
              }
            });
    return ours;
  }
}
