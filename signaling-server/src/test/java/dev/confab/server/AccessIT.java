package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.server.gate.AccessRules;
import dev.confab.server.gate.AddressRange;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gets in, as seen from outside.
class AccessIT {
  private static final String HELLO =
      "{\"type\":\"hello\",\"id\":1,\"versions\":[1],\"client\":\"t\",\"name\":\"Eve\"}";

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  private URI server(UnaryOperator<AccessRules> change) {
    SignalingServer server =
        TestServers.start(it -> it.withAccess(change.apply(AccessRules.DEFAULT)));
    opened.add(server);
    return URI.create(server.address());
  }

  private static AccessRules behindLoopback(AccessRules rules) {
    return rules.withTrustedProxies(List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()));
  }

  private RawClient client(URI server) throws IOException {
    RawClient client = new RawClient(server);
    opened.add(client);
    return client;
  }

  /// With these lines in its request, which has been sent.
  private RawClient asking(URI server, String... headers) throws IOException {
    RawClient client = client(server);
    String request = new String(RawClient.handshake("confab"), StandardCharsets.US_ASCII);
    String lines = String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n");
    client.write(request.replace("Host:", lines + "Host:").getBytes(StandardCharsets.US_ASCII));
    return client;
  }

  private void assertWelcome(URI server, String... headers) throws IOException {
    RawClient client = asking(server, headers);
    assertThat(client.readHead()).startsWith("HTTP/1.1 101");
    client.text(HELLO);
    assertThat(client.awaitText("welcome")).contains("resumeToken");
  }

  private void assertTooMany(URI server, String... headers) throws IOException {
    RawClient client = asking(server, headers);
    assertThat(client.readHead()).startsWith("HTTP/1.1 101");
    assertThat(client.awaitClose()).isEqualTo(CloseCode.TOO_MANY_FROM_ADDRESS.number());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Origin: https://evil.example", "ORIGIN: null", "origin:"})
  void aWebPageIsForbidden(String header) throws IOException {
    URI server = server(it -> it);
    RawClient page = asking(server, header);
    assertThat(page.readHead()).startsWith("HTTP/1.1 403 Forbidden\r\n").contains("close");
    page.awaitEnd();
    assertWelcome(server);
  }

  @Test
  void aWebPageThatIsNamedGetsInAndOnlyByItsOneName() throws IOException {
    URI server = server(it -> it.withAllowedOrigins(List.of("https://call.example.org")));
    assertWelcome(server, "Origin: https://call.example.org");
    RawClient twice =
        asking(server, "Origin: https://evil.example", "Origin: https://call.example.org");
    assertThat(twice.readHead()).startsWith("HTTP/1.1 403");
  }

  @Test
  void aRequestThatComesInPiecesIsJudgedAsOne() throws Exception {
    URI server = server(it -> it);
    RawClient page = client(server);
    for (String piece :
        List.of("GET / HTTP/1.1\r\nOri", "gin: https://evil.ex", "ample\r\n\r", "\n")) {
      page.write(piece.getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(20); // so that they arrive one by one; as one, they are judged no other way
    }
    assertThat(page.readHead()).startsWith("HTTP/1.1 403");
  }

  /// One byte after the other never ends, and time does.
  @Test
  void aRequestThatTricklesIsCutOff() throws Exception {
    SignalingServer server =
        TestServers.start(
            it -> it.withPatience(Patience.DEFAULT.withHello(Duration.ofMillis(500))));
    opened.add(server);
    RawClient slow = client(URI.create(server.address()));
    slow.write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
    long end = System.nanoTime() + Peer.PATIENCE.toNanos();
    assertThatThrownBy(
            () -> {
              while (System.nanoTime() < end) {
                slow.write(new byte[] {'x'});
                Thread.sleep(10);
              }
            })
        .isInstanceOf(SocketException.class);
  }

  @Test
  void oneTooManyFromAnAddressIsTold() throws IOException {
    URI server = server(it -> it.withLimits(2, 100));
    assertWelcome(server);
    assertWelcome(server);
    assertTooMany(server);
  }

  @Test
  void whoOnlyConnectsCountsToo() throws IOException {
    URI server = server(it -> it.withLimits(2, 100));
    client(server);
    client(server);
    assertTooMany(server);
  }

  @Test
  void farTooManyAreNotEvenTold() throws IOException {
    URI server = server(it -> it.withLimits(1, 100));
    for (int i = 0; i < 17; i++) {
      client(server);
    }
    client(server).awaitEnd();
  }

  @Test
  void whoComesTooFastIsTold() throws IOException {
    URI server = server(it -> it.withLimits(100, 1));
    for (int i = 0; i < 5; i++) {
      assertWelcome(server);
    }
    assertTooMany(server);
  }

  @Test
  void whatSomeoneWhoIsNoProxySaysOfItsAddressDoesNotCount() throws IOException {
    URI server = server(it -> it.withLimits(1, 100));
    assertWelcome(server, "X-Forwarded-For: 192.0.2.1");
    assertTooMany(server, "X-Forwarded-For: 192.0.2.2");
  }

  @Test
  void behindAProxyTheLimitsAreThoseOfTheClientsAddress() throws IOException {
    URI server = server(it -> behindLoopback(it).withLimits(1, 100));
    assertWelcome(server, "X-Forwarded-For: 192.0.2.1");
    assertWelcome(server, "X-Forwarded-For: 192.0.2.2");
    assertTooMany(server, "X-Forwarded-For: 192.0.2.1");
    assertTooMany(server, "X-Forwarded-For: 203.0.113.9, 192.0.2.2");
    assertTooMany(server, "X-Forwarded-For: 203.0.113.9", "X-Forwarded-For: 192.0.2.2");
    assertWelcome(server, "X-Forwarded-For: 2001:db8::1");
    assertTooMany(server, "x-forwarded-for: 2001:db8::2");
  }

  @Test
  void theProxyItselfHasNoLimit() throws IOException {
    URI server = server(it -> behindLoopback(it).withLimits(1, 1));
    for (int i = 0; i < 30; i++) {
      client(server);
    }
    assertWelcome(server, "X-Forwarded-For: 192.0.2.1");
  }

  @Test
  void whoGoesMakesRoomForTheNext() throws IOException {
    URI server = server(it -> it.withLimits(1, 100));
    for (int i = 0; i < 20; i++) {
      awaitRoomFor(server).close();
    }
  }

  private RawClient awaitRoomFor(URI server) throws IOException {
    long end = System.nanoTime() + Peer.PATIENCE.toNanos();
    while (true) {
      RawClient client = asking(server);
      client.readHead();
      client.text(
          "{\"type\":\"hello\",\"id\":1,\"versions\":[9],\"client\":\"t\",\"name\":\"Eve\"}");
      int code = client.awaitClose();
      if (code == CloseCode.UNSUPPORTED_VERSION.number()) {
        return client;
      }
      assertThat(System.nanoTime()).as("time until the last one is gone").isLessThan(end);
      client.close();
    }
  }

  @Test
  void whoJoinsAgainAndAgainIsSlowedDown() throws InterruptedException {
    URI server = server(it -> it);
    try (Peer eve = new Peer(server)) {
      eve.hello("Eve");
      for (int i = 0; i < 12; i++) {
        eve.askToJoin("tea");
      }
      assertThat(eve.awaitRefusal().code()).isEqualTo(ErrorCode.TOO_FAST.wire());
    }
  }

  @Test
  void manyFromOneAddressMayNotSayAsMuchAsManyTogether() throws IOException {
    int each = 29; // of the thirty that one may say at once
    SignalingServer server = TestServers.start(it -> it.withRates(10, 65_536));
    opened.add(server);
    List<RawClient> crowd = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      crowd.add(asking(URI.create(server.address())));
      crowd.getLast().readHead();
    }
    RawClient quiet = crowd.removeFirst();
    quiet.text(HELLO);
    for (RawClient client : crowd) {
      client.text(HELLO);
      for (int i = 2; i <= each; i++) {
        client.text("{\"type\":\"leave\",\"id\":%d}".formatted(i));
      }
    }
    assertThat(crowd.getLast().awaitText("too-fast")).contains("\"error\"");
    quiet.awaitText("welcome");
    quiet.text("{\"type\":\"leave\",\"id\":2}");
    assertThat(quiet.awaitText("error")).contains("not-joined");
  }

  @Test
  void aRequestWithHundredsOfLinesIsRefused() throws IOException {
    URI server = server(it -> it);
    String[] lines = new String[90];
    Arrays.setAll(lines, i -> "X-" + i + ": y");
    assertWelcome(server, lines);
    lines = Arrays.copyOf(lines, 300);
    Arrays.fill(lines, "X: y");
    RawClient client = asking(server, lines);
    assertThat(client.readHead()).startsWith("HTTP/1.1 431 ");
    client.awaitEnd();
  }

  @Test
  void nobodyIsToldWhichLibraryAnswers() throws IOException {
    URI server = server(it -> it);
    assertThat(asking(server).readHead())
        .startsWith("HTTP/1.1 101")
        .contains("Sec-WebSocket-Accept: ", "Sec-WebSocket-Protocol: confab", "Upgrade: websocket")
        .doesNotContainIgnoringCase("server:");
    RawClient stranger = client(server);
    stranger.write(RawClient.handshake("other"));
    assertThat(stranger.readHead())
        .startsWith("HTTP/1.1 404")
        .doesNotContainIgnoringCase("server:");
  }
}
