package dev.confab.client.signaling;

import dev.confab.client.call.ServerAddress;
import dev.confab.protocol.CloseCode;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A [Connection] by Java-WebSocket. Name, TCP and TLS are dealt with before, on a virtual thread:
/// so the reason of a failure is known, and a connection can be dropped at every stage, by closing
/// its TCP socket. Thread-safe.
final class WebSocketConnection implements Connection {
  private static final Logger LOG = LoggerFactory.getLogger(WebSocketConnection.class);

  private final URI server;
  private final Events events;
  private volatile @Nullable Socket tcp;
  private volatile @Nullable ConfabClient client;
  private volatile boolean dropped;

  private WebSocketConnection(URI server, Events events) {
    this.server = server;
    this.events = events;
  }

  static Opener opener(Dialer dialer) {
    return (ServerAddress server, Events events) -> {
      WebSocketConnection connection = new WebSocketConnection(server.uri(), events);
      Thread.ofVirtual().name("confab-dialing").start(() -> connection.dial(dialer));
      return connection;
    };
  }

  private void dial(Dialer dialer) {
    try {
      Socket socket = dialer.dial(server, this::begin);
      ConfabClient begun = new ConfabClient(server, socket, events);
      client = begun;
      begun.connect();
    } catch (IOException e) {
      if (!dropped) {
        LOG.info("no connection to {}: {}", server.getAuthority(), e.toString());
        events.onFailed(problem(e));
      }
    }
  }

  private void begin(Socket socket) {
    tcp = socket;
    if (dropped) {
      closeTcp(socket);
    }
  }

  private static Problem problem(IOException e) {
    return switch (e) {
      case UnknownHostException _ -> Problem.NO_SUCH_HOST;
      case SSLHandshakeException handshake
          when handshake.getCause() instanceof EOFException
              || handshake.getCause() instanceof SocketException ->
          Problem.NOT_A_SERVER;
      case SSLHandshakeException _ -> Problem.NOT_TRUSTED;
      case SSLException _ -> Problem.NOT_A_SERVER;
      default -> Problem.UNREACHABLE;
    };
  }

  @Override
  public void send(String text) {
    ConfabClient open = client;
    if (open != null) {
      try {
        open.send(text);
      } catch (WebsocketNotConnectedException e) {
        LOG.debug("the socket ended before this could be sent");
      }
    }
  }

  @Override
  public void ping() {
    ConfabClient open = client;
    if (open != null && open.isOpen()) {
      open.sendPing();
    }
  }

  @Override
  public void close() {
    ConfabClient open = client;
    if (open != null) {
      open.close(CloseCode.NORMAL.number());
    }
  }

  @Override
  public void drop() {
    dropped = true;
    Socket socket = tcp;
    if (socket != null) {
      closeTcp(socket);
    }
  }

  /// The TCP socket and not the TLS one: that would wait to say goodbye.
  private static void closeTcp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("a socket did not close cleanly", e);
    }
  }
}
