package dev.confab.client.signaling;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.json.MessageCodec;
import dev.confab.protocol.json.ProtocolException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/// A real WebSocket server on loopback that answers by a script.
final class ScriptedServer extends WebSocketServer {
  private final BiConsumer<WebSocket, ClientMessage> script;
  private final CountDownLatch started = new CountDownLatch(1);
  final BlockingQueue<Integer> closeCodes = new LinkedBlockingQueue<>();

  ScriptedServer(
      String subprotocol, @Nullable SSLContext tls, BiConsumer<WebSocket, ClientMessage> script) {
    super(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        1,
        List.of(
            new Draft_6455(
                List.of(), List.of(new org.java_websocket.protocols.Protocol(subprotocol)))));
    this.script = script;
    if (tls != null) {
      setWebSocketFactory(new DefaultSSLWebSocketServerFactory(tls));
    }
    setDaemon(true);
  }

  ScriptedServer started() throws InterruptedException {
    start();
    if (!started.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the server did not start");
    }
    return this;
  }

  static void answer(WebSocket connection, ServerMessage message) {
    connection.send(MessageCodec.encode(message));
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void onOpen(WebSocket connection, ClientHandshake handshake) {}

  @Override
  public void onMessage(WebSocket connection, String text) {
    try {
      script.accept(connection, MessageCodec.decodeClient(text));
    } catch (ProtocolException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void onClose(WebSocket connection, int code, String reason, boolean remote) {
    closeCodes.add(code);
  }

  @Override
  public void onError(@Nullable WebSocket connection, Exception e) {}

  void close() {
    try {
      stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
