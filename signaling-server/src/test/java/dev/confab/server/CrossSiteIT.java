package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A page of somebody else's, in the browser of an admin who is logged in: what its scripts try.
class CrossSiteIT {
  private WatchedServer watched;
  private Chromium browser;
  private HttpServer foreign;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Chromium.program().isPresent(), "there is no Chromium");
    watched = WatchedServer.start();
    browser = Chromium.start();
    byte[] page = "<!doctype html><title>foreign</title>".getBytes(StandardCharsets.UTF_8);
    foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    foreign.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
          }
        });
    foreign.start();
  }

  @AfterEach
  void end() {
    if (browser != null) {
      foreign.stop(0);
      browser.close();
      watched.close();
    }
  }

  private String dashboard(String path) {
    return watched.page(path).toString().replace("127.0.0.1", "localhost");
  }

  private static String order(String address) {
    return "fetch('%s', {method: 'POST', mode: 'no-cors', credentials: 'include',"
            .formatted(address)
        + " body: new URLSearchParams({deed: 'close', room: 'tea', token: ''})})"
        + ".then(it => it.type, () => 'hidden')";
  }

  private static String look(String address) {
    return "fetch('%s', {method: 'POST', credentials: 'include', body: new URLSearchParams()})"
            .formatted(address)
        + ".then(it => it.text()).then(() => 'read', () => 'hidden')";
  }

  private static String connect(URI address) {
    return "new Promise(done => { const it = new WebSocket('%s', 'confab');".formatted(address)
        + " it.onopen = () => done('open'); it.onerror = () => done('refused'); })";
  }

  /// The same host with another port is the same site to a browser, so the cookie goes along; the
  /// other is not.
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void itReachesNeitherTheDashboardNorTheRooms(String host) throws Exception {
    try (Peer ann = Peer.member(watched.clients(), "Ann", "tea")) {
      browser.open(URI.create(dashboard("/dashboard")));
      browser.await("document.querySelector('#password')");
      browser.type("#password", WatchedServer.ADMIN);
      browser.click("button");
      browser.await("document.querySelector('#state')?.textContent === 'Ready'");
      browser.open(URI.create("http://%s:%d/".formatted(host, foreign.getAddress().getPort())));
      browser.await("document.title === 'foreign'");

      assertThat(browser.evaluate(order(dashboard("/dashboard/act")))).isEqualTo("hidden");
      assertThat(browser.evaluate(look(dashboard("/dashboard/data")))).isEqualTo("hidden");
      assertThat(browser.evaluate(connect(watched.clients()))).isEqualTo("refused");
      browser.evaluate(
          "(() => { const it = document.createElement('iframe'); it.src = '%s';"
                  .formatted(dashboard("/dashboard"))
              + " document.body.append(it); })()");
      long end = System.nanoTime() + Peer.PATIENCE.toNanos();
      while (browser.problems().stream().noneMatch(it -> it.contains("frame-ancestors"))) {
        assertThat(System.nanoTime()).as("the frame is refused in time").isLessThan(end);
        Thread.sleep(50);
      }
      ann.awaitRoomOf("tea", 1);
      ann.assertOpen();
    }
  }
}
