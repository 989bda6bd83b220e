package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage.MemberJoined;
import dev.confab.protocol.ServerMessage.Signal;
import dev.confab.server.gate.AccessRules;
import dev.confab.server.gate.AddressRange;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Behind the proxies that the documents show how to set up.
@EnabledOnOs(OS.LINUX) // only there, all of 127.0.0.0/8 is this machine
@SuppressWarnings("NullAway.Init") // see makeIdentity
class ProxyIT {
  @TempDir private static Path shared = Path.of("");
  @TempDir private Path folder = Path.of("");

  private static Identity identity;
  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeAll
  static void makeIdentity() throws Exception {
    identity = Identity.make(shared, "EC");
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  private <T extends AutoCloseable> T opened(T it) {
    opened.add(it);
    return it;
  }

  /// One connection for each address; trusts a proxy on 127.0.0.1.
  private int server() {
    AccessRules rules =
        AccessRules.DEFAULT
            .withTrustedProxies(List.of(AddressRange.parse("127.0.0.1").orElseThrow()))
            .withLimits(1, 100);
    // pings every 2 s
    Patience patience = Patience.DEFAULT.withSilence(Duration.ofSeconds(6));
    return opened(TestServers.start(it -> it.withAccess(rules).withPatience(patience))).port();
  }

  private Peer from(String address, ReverseProxy proxy, String... headers) throws Exception {
    HttpClient http =
        opened(
            HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(address))
                .sslContext(identity.clientContext())
                .build());
    return opened(new Peer(proxy.address(), http, headers));
  }

  private static void join(Peer peer, String name) throws InterruptedException {
    peer.hello(name);
    peer.join("tea");
  }

  private void twoTalkAndAThirdIsTooMany(ReverseProxy proxy) throws Exception {
    Peer ann = from("127.0.0.2", proxy);
    Peer bob = from("127.0.0.3", proxy);
    join(ann, "Ann");
    join(bob, "Bob");
    PeerId place = ann.await(MemberJoined.class).member().peer();
    String large = "x".repeat(49_000);
    ann.signal(place, large);
    assertThat(bob.await(Signal.class).payload().text()).isEqualTo(large);
    assertThat(from("127.0.0.2", proxy).awaitClose())
        .isEqualTo(CloseCode.TOO_MANY_FROM_ADDRESS.number());
    assertThat(from("127.0.0.3", proxy, "X-Forwarded-For", "192.0.2.1").awaitClose())
        .as("what a client says itself does not count")
        .isEqualTo(CloseCode.TOO_MANY_FROM_ADDRESS.number());
    ann.assertOpen();
  }

  @Test
  void membersTalkThroughNginxAndCountByTheirOwnAddresses() throws Exception {
    twoTalkAndAThirdIsTooMany(opened(ReverseProxy.nginx(folder, identity, server())));
  }

  @Test
  void membersTalkThroughCaddyAndCountByTheirOwnAddresses() throws Exception {
    twoTalkAndAThirdIsTooMany(opened(ReverseProxy.caddy(folder, identity, server())));
  }

  @Test
  void nobodyNoticesThatNginxReadsItsConfigurationAgain() throws Exception {
    ReverseProxy proxy = opened(ReverseProxy.nginx(folder, identity, server()));
    Peer ann = from("127.0.0.2", proxy);
    join(ann, "Ann");
    proxy.reload();
    Peer bob = from("127.0.0.3", proxy);
    join(bob, "Bob");
    PeerId place = ann.await(MemberJoined.class).member().peer();
    ann.signal(place, "through two workers");
    assertThat(bob.await(Signal.class).payload().text()).isEqualTo("through two workers");
    ann.assertOpen();
  }

  @Test
  void theServersPingsKeepAQuietConnectionOpen() throws Exception {
    ReverseProxy proxy = opened(ReverseProxy.nginx(folder, identity, server(), "6s"));
    Peer ann = from("127.0.0.2", proxy);
    join(ann, "Ann");
    Thread.sleep(9000); // longer than nginx bears silence
    ann.assertOpen();
    Peer bob = from("127.0.0.3", proxy);
    join(bob, "Bob");
    ann.await(MemberJoined.class);
  }
}
