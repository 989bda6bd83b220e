package dev.confab.client.signaling;

import static dev.confab.client.signaling.ScriptedServer.answer;
import static dev.confab.client.signaling.SignalingRig.ADA;
import static dev.confab.client.signaling.SignalingRig.address;
import static dev.confab.client.signaling.SignalingRig.resumed;
import static dev.confab.client.signaling.SignalingRig.welcome;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.confab.client.call.CallFailure;
import dev.confab.client.call.ServerAddress;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.Protocol;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.json.MessageCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real sockets, real TLS, real wrong servers, all on loopback.
class WebSocketSignalingIT {
  private static final ServerMessage.Signal ECHO =
      new ServerMessage.Signal(2, new PeerId("bob"), "echo");

  @TempDir private Path folder;
  private final RecordingListener listener = new RecordingListener();
  private WebSocketSignaling signaling = new WebSocketSignaling();
  private final List<ScriptedServer> servers = new ArrayList<>();
  private final Set<Thread> threadsOfOthers = Thread.getAllStackTraces().keySet();

  /// A session that loses its server before it could say goodbye goes on looking for it.
  @AfterEach
  void closeTheSessionBeforeItsServer() throws Exception {
    signaling.close();
    signaling.awaitClosed(Duration.ofSeconds(60));
    servers.forEach(ScriptedServer::close);
  }

  private ScriptedServer plain(BiConsumer<WebSocket, ClientMessage> script) throws Exception {
    return running(Protocol.SUBPROTOCOL, null, script);
  }

  private ScriptedServer secure(SSLContext tls) throws Exception {
    return running(Protocol.SUBPROTOCOL, tls, WebSocketSignalingIT::greet);
  }

  private ScriptedServer running(
      String subprotocol, @Nullable SSLContext tls, BiConsumer<WebSocket, ClientMessage> script)
      throws Exception {
    ScriptedServer server = new ScriptedServer(subprotocol, tls, script);
    servers.add(server);
    return server.started();
  }

  /// Welcomes, and answers each signal with another.
  private static void greet(WebSocket connection, ClientMessage message) {
    if (message instanceof ClientMessage.Hello) {
      answer(connection, welcome());
    } else {
      answer(connection, ECHO);
    }
  }

  private void connect(ServerAddress server) {
    signaling.connect(server, ADA, null, listener);
  }

  private void say(String payload) {
    signaling.send(id -> new ClientMessage.Signal(id, new PeerId("bob"), payload));
  }

  private static ServerAddress local(int port) {
    return address("ws://localhost:" + port);
  }

  @Test
  void messagesGoBothWays() throws Exception {
    ScriptedServer server = plain(WebSocketSignalingIT::greet);
    connect(local(server.getPort()));
    say("hello");

    assertThat(listener.next()).isEqualTo(welcome());
    assertThat(listener.next()).isEqualTo(ECHO);
  }

  @Test
  void aClosedSessionHasSaidGoodbyeAndLeavesNoThread() throws Exception {
    ScriptedServer server = plain(WebSocketSignalingIT::greet);
    connect(local(server.getPort()));
    listener.next();

    signaling.close();
    signaling.awaitClosed(Duration.ofSeconds(60));

    assertThat(server.closeCodes.poll(60, TimeUnit.SECONDS)).isEqualTo(1000);
    awaitNoClientThreads();
  }

  @Test
  void aLostSocketIsResumedAndTheLostMessageRepeated() throws Exception {
    AtomicBoolean swallowed = new AtomicBoolean();
    BiConsumer<WebSocket, ClientMessage> script =
        (connection, message) -> {
          if (message instanceof ClientMessage.Hello hello) {
            answer(connection, hello.resume() == null ? welcome() : resumed(1, 1));
          } else if (swallowed.compareAndSet(false, true)) {
            connection.closeConnection(1006, "");
          } else {
            answer(connection, ECHO);
          }
        };
    ScriptedServer server = plain(script);
    connect(local(server.getPort()));
    say("swallowed");

    assertThat(listener.next()).isEqualTo(welcome());
    assertThat(listener.next()).isEqualTo(RecordingListener.INTERRUPTED);
    assertThat(listener.next()).isEqualTo(resumed(1, 1));
    assertThat(listener.next()).isEqualTo(ECHO);
  }

  @Test
  void aPortWhereNobodyListensIsUnreachable() throws Exception {
    ServerAddress nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = local(socket.getLocalPort());
    }

    connect(nobody);

    assertThat(listener.next()).isEqualTo(new CallFailure.ServerUnreachable(nobody));
  }

  @Test
  void aNameThatDoesNotExistIsUnknown() throws Exception {
    ServerAddress invalid = address("wss://name.invalid");

    connect(invalid);

    assertThat(listener.next()).isEqualTo(new CallFailure.ServerUnknown(invalid));
  }

  @Test
  void aPortNumberThatDoesNotExistIsUnreachable() throws Exception {
    ServerAddress impossible = address("ws://localhost:70000");

    connect(impossible);

    assertThat(listener.next()).isEqualTo(new CallFailure.ServerUnreachable(impossible));
  }

  @Test
  void aWebServerIsNotAServer() throws Exception {
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.start();
    try {
      ServerAddress there = local(web.getAddress().getPort());

      connect(there);

      assertThat(listener.next()).isEqualTo(new CallFailure.NotAServer(there));
    } finally {
      web.stop(0);
    }
  }

  @Test
  void plainTextWhereTlsIsExpectedIsNotAServer() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServerAddress there = address("wss://localhost:" + plain.getLocalPort());
      connect(there);

      try (Socket accepted = plain.accept()) {
        accepted.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));

        assertThat(listener.next()).isEqualTo(new CallFailure.NotAServer(there));
      }
    }
  }

  @Test
  void aSocketThatIsClosedAtOnceIsNotAServer() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      connect(local(door.getLocalPort()));

      door.accept().close();

      assertThat(listener.next()).isEqualTo(new CallFailure.NotAServer(local(door.getLocalPort())));
    }
  }

  @Test
  void aServerThatAcceptsAndThenHangsCanBeLeft() throws Exception {
    try (ServerSocket hung = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (String scheme : new String[] {"ws://localhost:", "wss://localhost:"}) {
        connect(address(scheme + hung.getLocalPort()));
        try (Socket accepted = hung.accept()) {
          accepted.setSoTimeout(60_000);
          signaling.close();

          // All that was sent, and then the end: no socket is left open.
          assertThat(accepted.getInputStream().readAllBytes()).isNotNull();
        }
      }
      awaitNoClientThreads();
      assertThat(listener.heard()).isEmpty();
    }
  }

  @Test
  void aWebSocketServerOfAnotherKindIsNotAServer() throws Exception {
    ScriptedServer other = running("chess", null, WebSocketSignalingIT::greet);
    connect(local(other.getPort()));

    assertThat(listener.next()).isEqualTo(new CallFailure.NotAServer(local(other.getPort())));
  }

  @Test
  void aFrameThatIsTooLargeIsNotTakenIn() throws Exception {
    String large = MessageCodec.encode(welcome()) + " ".repeat(200_000);
    ScriptedServer server = plain((connection, message) -> connection.send(large));
    connect(local(server.getPort()));

    assertThat(listener.next()).isEqualTo(new CallFailure.NotAServer(local(server.getPort())));
  }

  @Test
  void aTrustedCertificateOfTheRightNameIsAccepted() throws Exception {
    SSLContext tls = TestCertificate.forHost("localhost", folder).context();
    ScriptedServer server = secure(tls);
    signaling = new WebSocketSignaling(tls);
    connect(localSecure(server));

    assertThat(listener.next()).isEqualTo(welcome());
  }

  @Test
  void aTrustedCertificateOfAnotherNameIsNotTrusted() throws Exception {
    SSLContext tls = TestCertificate.forHost("example.org", folder).context();
    ScriptedServer server = secure(tls);
    signaling = new WebSocketSignaling(tls);
    connect(localSecure(server));

    assertThat(listener.next()).isEqualTo(new CallFailure.ServerNotTrusted(localSecure(server)));
  }

  @Test
  void aSelfSignedCertificateIsNotTrusted() throws Exception {
    SSLContext tls = TestCertificate.forHost("localhost", folder).context();
    ScriptedServer server = secure(tls);
    connect(localSecure(server));

    assertThat(listener.next()).isEqualTo(new CallFailure.ServerNotTrusted(localSecure(server)));
  }

  private static ServerAddress localSecure(ScriptedServer server) {
    return address("wss://localhost:" + server.getPort());
  }

  private void awaitNoClientThreads() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!clientThreads().isEmpty()) {
      assertThat(System.nanoTime()).as("still running: %s", clientThreads()).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private List<String> clientThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !threadsOfOthers.contains(thread))
        .map(Thread::getName)
        .filter(
            name ->
                name.startsWith("confab-signaling")
                    || name.startsWith("WebSocketConnectReadThread")
                    || name.startsWith("WebSocketWriteThread"))
        .toList();
  }
}
