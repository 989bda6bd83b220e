package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.ServerMessage.Draining;
import dev.confab.server.gate.AccessRules;
import dev.confab.server.http.AccessToken;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Health and metrics, asked of a real server with real members.
class HttpPortIT {
  private static final String TOKEN = "0123456789abcdef0123";

  @Test
  void aServerIsHealthyAndReadyUntilItDrains() throws Exception {
    try (WatchedServer watched = WatchedServer.start();
        Peer ann = Peer.member(watched.clients(), "Ann", "tea")) {
      assertThat(watched.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(watched.get("/readyz").statusCode()).isEqualTo(200);

      Thread drain = Thread.ofVirtual().start(TestServers.uninterrupted(watched.server()::drain));
      ann.await(Draining.class);

      assertThat(watched.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(watched.get("/readyz").body()).isEqualToIgnoringNewLines("draining");
      assertThat(watched.get("/healthz").statusCode()).isEqualTo(200);
      ann.say(new ClientMessage.Leave(ann.nextId()));
      drain.join();
    }
  }

  @Test
  void aServerWithoutRoomForMoreIsNotReady() throws Exception {
    try (WatchedServer watched = WatchedServer.start(null, it -> it.withMaxConnections(1))) {
      try (Peer ann = Peer.member(watched.clients(), "Ann", "tea")) {
        ann.assertOpen();
        assertThat(watched.get("/readyz").body()).isEqualToIgnoringNewLines("full");
      }
    }
  }

  @Test
  void theMetricsTellWhatTwoMembersDid() throws Exception {
    try (WatchedServer watched = WatchedServer.start();
        Peer ann = new Peer(watched.clients());
        Peer bob = new Peer(watched.clients())) {
      ServerMessage.Welcome welcome = ann.hello("Ann");
      bob.hello("Bob");
      PeerId annsPlace = ann.join("tea").self();
      bob.join("tea");
      for (int i = 0; i < 3; i++) {
        bob.signal(annsPlace, "hello");
        ann.await(ServerMessage.Signal.class);
      }
      bob.signal(new PeerId("nobody"), "hello");
      bob.awaitRefusal();

      assertThat(watched.metric("confab_members")).isEqualTo(2);
      assertThat(watched.metric("confab_rooms")).isEqualTo(1);
      assertThat(watched.metric("confab_connections")).isEqualTo(2);
      assertThat(watched.metric("confab_joins_total")).isEqualTo(2);
      assertThat(watched.metric("confab_join_seconds_count")).isEqualTo(2);
      assertThat(watched.metric("confab_messages_received_total")).isEqualTo(8);
      assertThat(watched.metric("confab_messages_relayed_total")).isEqualTo(3);
      assertThat(watched.metric("confab_relay_seconds_count")).isEqualTo(3);
      assertThat(watched.metric("confab_relay_seconds_bucket{le=\"+Inf\"}")).isEqualTo(3);
      assertThat(watched.metric("confab_relayed_bytes_total")).isGreaterThan(15);
      assertThat(watched.metric("confab_refused_total{code=\"no-such-member\"}")).isEqualTo(1);
      assertThat(watched.metric("jvm_threads_live_threads")).isPositive();

      ann.abort();
      awaitMetric(watched, "confab_sessions_awaited", 1);
      try (Peer again = new Peer(watched.clients())) {
        again.resume(welcome.resumeToken(), ann.lastSeq());
        assertThat(watched.metric("confab_resumes_total{outcome=\"succeeded\"}")).isEqualTo(1);
        again.goodbye();
        awaitMetric(watched, "confab_leaves_total{reason=\"left\"}", 1);
        awaitMetric(watched, "confab_connections_closed_total{code=\"normal\"}", 1);
      }
      // what was sent once more after the resume is not counted once more
      assertThat(watched.metric("confab_join_seconds_count")).isEqualTo(2);
      assertThat(watched.metric("confab_connections_closed_total{code=\"lost\"}")).isEqualTo(1);
      assertThat(watched.metric("confab_members")).isEqualTo(1);
    }
  }

  @Test
  void aSessionThatIsNotKnownAnyMoreIsAResumeThatFailed() throws Exception {
    try (WatchedServer watched = WatchedServer.start();
        Peer ann = new Peer(watched.clients())) {
      String unknown = "A".repeat(ann.hello("Ann").resumeToken().value().length());
      try (Peer bob = new Peer(watched.clients())) {
        bob.resume(new ResumeToken(unknown), 0);
        assertThat(watched.metric("confab_resumes_total{outcome=\"failed\"}")).isEqualTo(1);
        assertThat(watched.metric("confab_resumes_total{outcome=\"succeeded\"}")).isZero();
      }
    }
  }

  @Test
  void whoIsTurnedAwayIsCountedByReason() throws Exception {
    Patience hurried = Patience.DEFAULT.withHello(Duration.ofMillis(500));
    try (WatchedServer watched = WatchedServer.start(null, it -> it.withPatience(hurried))) {
      assertTurnedAway(watched, "origin", request("confab", "Origin: https://evil.example\r\n"));
      assertTurnedAway(watched, "bad-request", request("other", ""));
      assertTurnedAway(watched, "bad-request", "nonsense\r\n\r\n");
      assertTurnedAway(watched, "request-too-large", request("confab", "X: y\r\n".repeat(200)));
      assertTurnedAway(watched, "no-request", "GET / HTTP/1.1\r\n");
      assertTurnedAway(watched, "no-hello", request("confab", ""));
    }
  }

  @Test
  void whoIsOneTooManyIsCountedByReason() throws Exception {
    AccessRules rules = AccessRules.DEFAULT;
    assertTooMany("address-full", 5, it -> it.withAccess(rules.withLimits(3, 100)));
    assertTooMany("address-rate", 50, it -> it.withAccess(rules.withLimits(100, 1)));
    assertTooMany("server-full", 3, it -> it.withMaxConnections(1));
  }

  /// Of so many at once.
  private static void assertTooMany(
      String reason, int connections, UnaryOperator<ServerConfig> change) throws Exception {
    List<Socket> all = new ArrayList<>();
    try (WatchedServer watched = WatchedServer.start(null, change)) {
      for (int i = 0; i < connections; i++) {
        all.add(RawClient.connect(watched.clients(), null));
        all.getLast().getOutputStream().write(RawClient.handshake("confab"));
      }
      long end = System.nanoTime() + Peer.PATIENCE.toNanos();
      while (watched.metric(refused(reason)) < 1) {
        assertThat(System.nanoTime()).as(reason).isLessThan(end);
        Thread.sleep(25);
      }
    } finally {
      for (Socket each : all) {
        each.close();
      }
    }
  }

  private static String request(String subprotocol, String lines) {
    return new String(RawClient.handshake(subprotocol), StandardCharsets.US_ASCII)
        .replace("Host:", lines + "Host:");
  }

  private static String refused(String reason) {
    return "confab_connections_refused_total{reason=\"" + reason + "\"}";
  }

  private static void assertTurnedAway(WatchedServer watched, String reason, String said)
      throws Exception {
    double before = watched.metric(refused(reason));
    try (RawClient client = new RawClient(watched.clients())) {
      client.write(said.getBytes(StandardCharsets.US_ASCII));
      awaitMetric(watched, refused(reason), before + 1);
      client.awaitEnd();
    }
    assertThat(watched.metric(refused(reason))).as(reason).isEqualTo(before + 1);
  }

  @Test
  void whoDoesNotSpeakTlsIsCounted(@TempDir Path folder) throws Exception {
    Identity identity = Identity.make(folder, "EC");
    ServerConfig.TlsFiles files = new ServerConfig.TlsFiles(identity.certificate(), identity.key());
    try (WatchedServer watched = WatchedServer.start(null, it -> it.withTls(files))) {
      assertTurnedAway(watched, "tls", request("confab", ""));
    }
  }

  private static void awaitMetric(WatchedServer watched, String name, double value)
      throws Exception {
    long end = System.nanoTime() + Peer.PATIENCE.toNanos();
    while (watched.metric(name) != value) {
      assertThat(System.nanoTime()).as("time until %s is %s", name, value).isLessThan(end);
      Thread.sleep(25);
    }
  }

  @Test
  void nothingThatAClientSentIsInTheMetrics() throws Exception {
    try (WatchedServer watched = WatchedServer.start();
        Peer ann = new Peer(watched.clients())) {
      ann.hello("Anastasia");
      ann.join("secret-room");
      ann.text("{\"type\":\"made-up-type\",\"id\":77}");
      ann.awaitRefusal();
      assertThat(watched.get("/metrics").body())
          .doesNotContain("Anastasia", "secret-room", "made-up-type", "127.0.0.1");
    }
  }

  @Test
  void withATokenTheMetricsAreForWhoKnowsIt() throws Exception {
    try (WatchedServer watched = WatchedServer.start(AccessToken.of(TOKEN), it -> it)) {
      assertThat(watched.get("/metrics").statusCode()).isEqualTo(401);
      assertThat(metrics(watched, "Bearer " + TOKEN + "0").statusCode()).isEqualTo(401);
      assertThat(metrics(watched, "Basic " + TOKEN).statusCode()).isEqualTo(401);
      assertThat(metrics(watched, "Bearer " + TOKEN).statusCode()).isEqualTo(200);
      assertThat(watched.get("/healthz").statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> metrics(WatchedServer watched, String authorization)
      throws Exception {
    return watched.get("/metrics", "Authorization", authorization);
  }

  @Test
  void whatIsNotThereIs404AndAWrongMethodIs405() throws Exception {
    try (WatchedServer watched = WatchedServer.start()) {
      assertThat(watched.get("/").statusCode()).isEqualTo(404);
      assertThat(watched.get("/healthz/x").statusCode()).isEqualTo(404);
      assertThat(watched.get("/dashboard/../metrics").statusCode()).isEqualTo(404);
      HttpResponse<String> wrong = watched.post("/healthz", "");
      assertThat(wrong.statusCode()).isEqualTo(405);
      assertThat(wrong.headers().firstValue("Allow")).contains("GET, HEAD");
      assertThat(watched.post("/dashboard/login", "x".repeat(9000)).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void everyAnswerTellsTheBrowserToBeCareful() throws Exception {
    try (WatchedServer watched = WatchedServer.start()) {
      for (String path : List.of("/healthz", "/metrics", "/nothing", "/dashboard/login")) {
        HttpResponse<String> answer = watched.get(path);
        assertThat(answer.headers().firstValue("Cache-Control")).as(path).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
            .contains("default-src 'none'", "frame-ancestors 'none'")
            .doesNotContain("unsafe", "*", "http");
      }
    }
  }

  @Test
  void clientsThatSayNothingKeepNobodyFromAskingOrTalking() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try (WatchedServer watched = WatchedServer.start();
        Couple couple = new Couple(watched.clients())) {
      List<String> halves =
          List.of(
              "",
              "GET /metr",
              "POST /dashboard/login HTTP/1.1\r\nHost: localhost\r\n"
                  + "Content-Length: 100\r\n\r\npass");
      for (int i = 0; i < 200; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), watched.server().httpPort());
        silent.add(socket);
        String half = halves.get(i % halves.size());
        socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(watched.get("/metrics").statusCode()).isEqualTo(200);
      assertThat(watched.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(watched.get("/readyz").statusCode()).isEqualTo(200);
      couple.assertStillTalking();
      for (Socket each : silent.subList(0, halves.size())) {
        each.setSoTimeout((int) Peer.PATIENCE.toMillis());
        assertThat(end(each)).as("it is closed for its silence").isNotNull();
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  /// What was said before the other side closed.
  private static String end(Socket socket) throws Exception {
    try (InputStream in = socket.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
