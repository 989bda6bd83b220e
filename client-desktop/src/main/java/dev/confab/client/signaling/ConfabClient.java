package dev.confab.client.signaling;

import dev.confab.protocol.Limits;
import dev.confab.protocol.Protocol;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Java-WebSocket's client on a socket that is connected already. Its threads call the events.
final class ConfabClient extends WebSocketClient {
  /// The server may need more room for the same payload than the client that sent it, since JSON
  /// lets each escape as it likes: U+2028 takes 3 bytes as it is, and 6 escaped.
  private static final int MAX_FRAME = 2 * Limits.DEFAULT.frameBytes();

  private static final Logger LOG = LoggerFactory.getLogger(ConfabClient.class);

  private final Connection.Events events;
  private volatile boolean opened;

  ConfabClient(URI server, Socket connected, Connection.Events events) {
    super(
        server,
        new Draft_6455(
            List.of(),
            List.of(new org.java_websocket.protocols.Protocol(Protocol.SUBPROTOCOL)),
            MAX_FRAME));
    this.events = events;
    setDaemon(true);
    setTcpNoDelay(true);
    // The session counts the silence itself, by all that arrives.
    setConnectionLostTimeout(0);
    setSocketFactory(new ReadySocket(connected));
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    opened = true;
    events.onOpened();
  }

  @Override
  public void onMessage(String message) {
    events.onText(message);
  }

  @Override
  public void onWebsocketPing(WebSocket connection, Framedata frame) {
    super.onWebsocketPing(connection, frame);
    events.onHeard();
  }

  @Override
  public void onWebsocketPong(WebSocket connection, Framedata frame) {
    super.onWebsocketPong(connection, frame);
    events.onHeard();
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    if (opened && (remote || code == CloseFrame.NORMAL)) {
      events.onClosed(code);
    } else {
      // Not a WebSocket, or one that breaks RFC 6455.
      events.onFailed(Connection.Problem.NOT_A_SERVER);
    }
  }

  /// A close always follows, and says what to do.
  @Override
  public void onError(Exception e) {
    LOG.info("the socket to {} broke: {}", getURI().getAuthority(), e.toString());
  }
}
