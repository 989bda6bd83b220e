package dev.confab.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import javax.net.ssl.SSLException;
import org.java_websocket.WebSocket;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.Handshakedata;
import org.jspecify.annotations.Nullable;

/// What happens to the sockets, in the library's words: passes it on.
final class Endpoint extends SocketLoop {
  private final RoomLoop loop;
  private final Gate gate;
  private final EventLog log = new EventLog();

  Endpoint(ServerSocketChannel channel, SocketFactory sockets, Gate gate, RoomLoop loop)
      throws IOException {
    super(channel, sockets, loop.mailbox());
    this.gate = gate;
    this.loop = loop;
  }

  /// Takes connections until [#stop].
  void begin() {
    Thread.ofPlatform().name("rooms").daemon().start(this);
  }

  @Override
  public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {
    ClientSocket client = (ClientSocket) socket;
    if (gate.turnsAway(client)) {
      return;
    }
    Connection connection = loop.arrivals().opened(client);
    Intake intake = new Intake(connection, loop, client.visit().rateLimit());
    socket.setAttachment(intake);
  }

  @Override
  void onText(ClientSocket socket, byte[] text) {
    intake(socket).text(text);
  }

  @Override
  public void onWebsocketMessage(WebSocket socket, ByteBuffer message) {
    intake(socket).binary();
  }

  @Override
  public void onWebsocketPing(WebSocket socket, Framedata ping) {
    boolean answer = intake(socket).ping(ping.getPayloadData().remaining());
    if (answer && ((ClientSocket) socket).unsent().frames() < Outbox.MAX_CONTROL_FRAMES) {
      super.onWebsocketPing(socket, ping);
    }
  }

  @Override
  public void onWebsocketPong(WebSocket socket, Framedata pong) {
    intake(socket).pong(pong.getPayloadData());
  }

  @Override
  void onStuck(ClientSocket socket, boolean stuck) {
    Intake intake = socket.getAttachment();
    if (intake == null) {
      return; // it is turned away
    }
    if (stuck) {
      loop.stuck(intake.connection());
    } else {
      loop.flows(intake.connection());
    }
  }

  @Override
  public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean byClient) {
    Intake intake = socket.getAttachment();
    if (intake != null) {
      loop.closing(intake.connection());
    }
    ended(socket, code, byClient);
  }

  @Override
  public void onWebsocketClose(WebSocket socket, int code, String reason, boolean byClient) {
    ended(socket, code, byClient);
  }

  private void ended(WebSocket socket, int code, boolean byClient) {
    Intake intake = socket.getAttachment();
    if (intake != null) {
      loop.ended(intake.connection(), code, CloseReasons.departure(code, byClient));
    }
  }

  @Override
  public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {}

  @Override
  void onError(@Nullable WebSocket socket, Throwable error) {
    if (socket == null) {
      log.failed("the endpoint failed", error);
    } else {
      if (error instanceof SSLException && isNew(socket)) {
        gate.drops(Rejection.TLS);
      }
      log.socketError(error);
    }
  }

  private static boolean isNew(WebSocket socket) {
    return socket.getReadyState() == ReadyState.NOT_YET_CONNECTED;
  }

  private static Intake intake(WebSocket socket) {
    return socket.getAttachment();
  }
}
