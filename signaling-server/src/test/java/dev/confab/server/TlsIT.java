package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage.MemberJoined;
import dev.confab.protocol.ServerMessage.Signal;
import dev.confab.server.ServerConfig.TlsFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same server over TLS.
class TlsIT {
  @TempDir private Path directory = Path.of("");

  private static SignalingServer serverWith(Identity identity) {
    TlsFiles files = new TlsFiles(identity.certificate(), identity.key());
    return TestServers.start(it -> it.withTls(files));
  }

  private static HttpClient clientOf(Identity identity) throws Exception {
    return HttpClient.newBuilder().sslContext(identity.clientContext()).build();
  }

  /// Where that is read again and again, nobody else is served any more.
  @Test
  void whatComesBehindAClientHelloDoesNotHoldUpTheOthers() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    SSLEngine engine = identity.clientContext().createSSLEngine();
    engine.setUseClientMode(true);
    ByteBuffer hello = ByteBuffer.allocate(64 * 1024);
    engine.wrap(ByteBuffer.allocate(0), hello);
    hello.put(new byte[] {20, 3, 3, 0, 1, 1}).flip(); // a record that says nothing
    try (SignalingServer server = serverWith(identity);
        HttpClient http = clientOf(identity);
        RawClient eve = new RawClient(URI.create(server.address()))) {
      eve.write(Arrays.copyOf(hello.array(), hello.limit()));
      try (Peer ann = new Peer(URI.create(server.address()), http)) {
        ann.hello("Ann");
      }
    }
  }

  /// It stalls what the server has to say, and makes it compute again and again.
  @Test
  void whoWantsToShakeHandsOnceMoreIsCutOff() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    TlsFiles files = new TlsFiles(identity.certificate(), identity.key());
    Duration never = Duration.ofHours(1); // what it does not say is not what ends it
    Patience patience = Patience.DEFAULT.withSilence(never).withHello(never);
    try (SignalingServer server =
            TestServers.start(it -> it.withTls(files).withPatience(patience));
        Socket plain = RawClient.connect(URI.create(server.address()), null);
        SSLSocket eve =
            (SSLSocket)
                identity
                    .clientContext()
                    .getSocketFactory()
                    .createSocket(plain, "127.0.0.1", server.port(), true)) {
      eve.setEnabledProtocols(new String[] {"TLSv1.2"});
      RawClient client = new RawClient(eve);
      client.write(RawClient.handshake("confab"));
      assertThat(client.readHead()).startsWith("HTTP/1.1 101");
      assertThatThrownBy(
              () -> {
                eve.startHandshake();
                client.awaitText("no text");
              })
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void largeSignalsPassOverTls(String algorithm) throws Exception {
    Identity identity = Identity.make(directory, algorithm);
    try (SignalingServer server = serverWith(identity);
        HttpClient http = clientOf(identity);
        Peer ann = new Peer(URI.create(server.address()), http);
        Peer bob = new Peer(URI.create(server.address()), http)) {
      assertThat(server.address()).startsWith("wss://");
      ann.hello("Ann");
      ann.join("tea");
      bob.hello("Bob");
      bob.join("tea");
      PeerId place = ann.await(MemberJoined.class).member().peer();
      String large = "x".repeat(49_000);
      for (int i = 0; i < 20; i++) {
        ann.signal(place, large + i);
      }
      for (int i = 0; i < 20; i++) {
        assertThat(bob.await(Signal.class).payload().text()).isEqualTo(large + i);
      }
    }
  }

  @Test
  void aCloseCodeArrivesOverTls() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    try (SignalingServer server = serverWith(identity);
        HttpClient http = clientOf(identity);
        Peer eve = new Peer(URI.create(server.address()), http)) {
      eve.hello("Eve");
      eve.binary(new byte[1]);
      assertThat(eve.awaitClose()).isEqualTo(CloseCode.NOT_TEXT.number());
    }
  }

  @Test
  void whoDoesNotTrustTheCertificateDoesNotGetIn() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    try (SignalingServer server = serverWith(identity)) {
      assertThatThrownBy(() -> new Peer(URI.create(server.address())))
          .hasRootCauseInstanceOf(GeneralSecurityException.class)
          .hasStackTraceContaining(SSLException.class.getPackageName());
    }
  }

  @Test
  void plainTextOnATlsPortHarmsNobody() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    try (SignalingServer server = serverWith(identity);
        RawClient plain = new RawClient(URI.create(server.address()));
        HttpClient http = clientOf(identity)) {
      plain.write(RawClient.handshake("confab"));
      plain.awaitEnd();
      try (Peer ann = new Peer(URI.create(server.address()), http)) {
        ann.hello("Ann");
      }
    }
  }

  @Test
  void aNewCertificateIsForWhoComesNewAndNobodyElseNotices() throws Exception {
    Identity old = Identity.make(directory, "EC");
    Identity next = Identity.make(Files.createDirectory(directory.resolve("next")), "EC");
    try (SignalingServer server = serverWith(old);
        HttpClient oldHttp = clientOf(old);
        Peer ann = new Peer(URI.create(server.address()), oldHttp)) {
      ann.hello("Ann");
      ann.join("tea");
      Files.copy(next.certificate(), old.certificate(), StandardCopyOption.REPLACE_EXISTING);
      Files.copy(next.key(), old.key(), StandardCopyOption.REPLACE_EXISTING);
      awaitIdentity(server, next);
      try (HttpClient newHttp = clientOf(next);
          Peer bob = new Peer(URI.create(server.address()), newHttp)) {
        bob.hello("Bob");
        PeerId place = bob.join("tea").self();
        ann.signal(place, "over two certificates");
        assertThat(bob.await(Signal.class).payload().text()).isEqualTo("over two certificates");
        ann.assertOpen();
      }
    }
  }

  /// Until the server shows this one.
  private static void awaitIdentity(SignalingServer server, Identity identity) throws Exception {
    long end = System.nanoTime() + Peer.PATIENCE.toNanos();
    while (!shows(server, identity)) {
      assertThat(System.nanoTime()).as("time until the new certificate is shown").isLessThan(end);
      Thread.sleep(250);
    }
  }

  private static boolean shows(SignalingServer server, Identity identity) throws Exception {
    SSLSocketFactory sockets = identity.clientContext().getSocketFactory();
    try (SSLSocket socket = (SSLSocket) sockets.createSocket("127.0.0.1", server.port())) {
      socket.startHandshake();
      return true;
    } catch (SSLHandshakeException e) {
      return false; // the other one, which it does not trust
    }
  }

  @Test
  void whoLeavesDuringOrAfterTheHandshakeTakesNobodyWithThem() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    Identity stranger = Identity.make(Files.createDirectory(directory.resolve("stranger")), "EC");
    try (SignalingServer server = serverWith(identity);
        HttpClient http = clientOf(identity);
        Peer ann = new Peer(URI.create(server.address()), http)) {
      ann.hello("Ann");
      for (int i = 0; i < 40; i++) {
        assertThat(shows(server, identity)).isTrue();
        assertThat(shows(server, stranger)).isFalse();
      }
      ann.join("tea");
    }
  }

  /// In that of TLS 1.2, a client says three things at once, and the first takes arithmetic.
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void bothHandshakesComeToAnEnd(String version) throws Exception {
    Identity identity = Identity.make(directory, "EC");
    try (SignalingServer server = serverWith(identity)) {
      for (int i = 0; i < 20; i++) {
        try (RawClient socket = new RawClient(URI.create(server.address()))) {
          new CoalescingTls(socket, identity.clientContext(), version).handshake();
        }
      }
    }
  }

  @Test
  void aHandshakeThatDoesNotGoOnIsCutOff() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    TlsFiles files = new TlsFiles(identity.certificate(), identity.key());
    Patience little = Patience.DEFAULT.withHello(Duration.ofMillis(300));
    try (SignalingServer server = TestServers.start(it -> it.withTls(files).withPatience(little));
        RawClient silent = new RawClient(URI.create(server.address()));
        RawClient half = new RawClient(URI.create(server.address()))) {
      half.write(new byte[] {22, 3, 1, 1, 0, 1, 0}); // the beginning of a ClientHello
      half.awaitEnd();
      silent.awaitEnd();
    }
  }

  /// Until the handshake was done, the library's writer ran round and round for it.
  @Test
  void aHandshakeThatDoesNotGoOnCostsNothing() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    try (SignalingServer server = serverWith(identity);
        RawClient silent = new RawClient(URI.create(server.address()));
        HttpClient http = clientOf(identity);
        Peer ann = new Peer(URI.create(server.address()), http)) {
      ann.hello("Ann"); // the silent one has been accepted before
      Duration before = selectorTime();
      Thread.sleep(1000);
      assertThat(selectorTime().minus(before)).isLessThan(Duration.ofMillis(250));
      assertThat(silent).isNotNull();
    }
  }

  /// What the threads that read and write sockets have computed so far.
  private static Duration selectorTime() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Stream.of(threads.dumpAllThreads(false, false))
        .filter(thread -> thread.getThreadName().startsWith("WebSocketSelector"))
        .map(
            thread -> Duration.ofNanos(Math.max(0, threads.getThreadCpuTime(thread.getThreadId()))))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
