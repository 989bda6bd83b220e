package dev.confab.server.net;

import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/// The library's server: its callbacks, which come on its own threads, only pass on what happened.
final class Endpoint extends WebSocketServer {
  private final RoomLoop loop;
  private final Gate gate;
  private final int messagesPerSecond;
  private final EventLog log = new EventLog();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  Endpoint(
      ServerSocketChannel channel,
      SocketFactory sockets,
      Gate gate,
      RoomLoop loop,
      int messagesPerSecond) {
    super(channel);
    this.gate = gate;
    this.loop = loop;
    this.messagesPerSecond = messagesPerSecond;
    setWebSocketFactory(sockets);
    setTcpNoDelay(true);
    // the library sets it again, to false: a server that was killed could not listen for a minute,
    // for as long as its connections are remembered (TIME_WAIT)
    setReuseAddr(true);
    setDaemon(true);
    // pings and silence are RoomLoop's: the library only notices after one and a half times this
    setConnectionLostTimeout(0);
  }

  /// Takes connections until [#stop].
  void begin() throws InterruptedException {
    Thread.ofPlatform().name("websocket").daemon().start(this);
    started.await();
  }

  @Override
  public void run() {
    try {
      super.run();
    } finally {
      started.countDown();
      stopped.countDown();
    }
  }

  /// Blocks until no more connections are taken, be it that [#stop] was called or that the library
  /// gave up.
  void awaitStop() throws InterruptedException {
    stopped.await();
  }

  boolean awaitStop(long seconds) throws InterruptedException {
    return stopped.await(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    if (gate.turnsAway((ClientSocket) socket)) {
      return;
    }
    Connection connection = loop.opened((ClientSocket) socket);
    socket.setAttachment(new Intake(connection, loop, messagesPerSecond));
  }

  @Override
  public void onMessage(WebSocket socket, String message) {
    intake(socket).text(message);
  }

  @Override
  public void onMessage(WebSocket socket, ByteBuffer message) {
    intake(socket).binary();
  }

  @Override
  public void onWebsocketPing(WebSocket socket, Framedata ping) {
    boolean answer = intake(socket).ping();
    if (answer && ((ClientSocket) socket).unsentFrames() < Outbox.MAX_CONTROL_FRAMES) {
      super.onWebsocketPing(socket, ping);
    }
  }

  @Override
  public void onClosing(WebSocket socket, int code, String reason, boolean byClient) {
    Intake intake = socket.getAttachment();
    if (intake != null) {
      loop.closing(intake.connection());
    }
    ended(socket, code, byClient);
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean byClient) {
    ended(socket, code, byClient);
  }

  private void ended(WebSocket socket, int code, boolean byClient) {
    Intake intake = socket.getAttachment();
    if (intake != null) {
      loop.ended(intake.connection(), code, CloseReasons.departure(code, byClient));
    }
  }

  @Override
  public void onError(@Nullable WebSocket socket, Exception error) {
    if (socket == null) {
      log.failed("the endpoint failed", error);
    } else {
      log.socketError(error);
    }
  }

  private static Intake intake(WebSocket socket) {
    return socket.getAttachment();
  }
}
