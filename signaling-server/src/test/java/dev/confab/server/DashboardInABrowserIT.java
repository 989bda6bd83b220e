package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.confab.protocol.ServerMessage;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The pages in a real Chromium: what clients sent is text there, and never more.
class DashboardInABrowserIT {
  private static final List<String> NAMES =
      List.of(
          "<img src=x onerror=fetch('/pwned')>",
          "</script><script>alert(1)</script>",
          "\"><b id='x' onclick=\"alert(1)\">&amp;",
          "שלום עולם",
          "👩‍🚀 and 63 more",
          "W".repeat(64));

  private WatchedServer watched;
  private Chromium browser;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Chromium.program().isPresent(), "there is no Chromium");
    watched = WatchedServer.start();
    browser = Chromium.start();
  }

  @AfterEach
  void end() {
    if (browser != null) {
      browser.close();
      watched.close();
    }
  }

  private void logIn(String password) throws InterruptedException {
    // by name: a page there may have cookies without TLS
    URI page = watched.page("/dashboard");
    browser.open(URI.create(page.toString().replace("127.0.0.1", "localhost")));
    browser.await("document.querySelector('#password')");
    browser.type("#password", password);
    browser.click("button");
    browser.await("document.querySelector('#state')?.textContent === 'Ready'");
  }

  @Test
  void whatClientsSentIsShownAsText() throws Exception {
    String room = "a".repeat(64);
    Peer[] peers = new Peer[NAMES.size()];
    try {
      for (int i = 0; i < peers.length; i++) {
        peers[i] = Peer.member(watched.clients(), NAMES.get(i), room);
      }
      logIn(WatchedServer.ADMIN);
      browser.await("document.querySelector('button.room')");
      browser.click("button.room");
      browser.await("document.querySelectorAll('#people-rows tr').length === " + NAMES.size());

      assertThat(
              browser.evaluate(
                  "[...document.querySelectorAll('#people-rows bdi')].map(it => it.textContent)"))
          .isEqualTo(NAMES);
      assertThat(
              browser.evaluate(
                  "document.querySelectorAll('main img, main script, main b[id]').length"))
          .isEqualTo(0.0);
      assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("long names break and do not push the page apart")
          .isEqualTo(true);
      browser.await("document.querySelectorAll('#event-rows tr').length >= " + NAMES.size());
      assertThat(browser.problems()).isEmpty();
    } finally {
      for (Peer peer : peers) {
        if (peer != null) {
          peer.close();
        }
      }
    }
  }

  @Test
  void thePageFollowsWhatHappens() throws Exception {
    logIn(WatchedServer.VIEWER);
    browser.await("document.querySelector('#rooms-empty').textContent.startsWith('No rooms')");
    try (Peer ann = Peer.member(watched.clients(), "Ann", "tea")) {
      browser.await("document.querySelector('button.room')?.textContent === 'tea'");
      browser.click("button.room");
      browser.await("document.querySelector('#people-rows')?.textContent.includes('Ann')");
      assertThat(browser.evaluate("document.querySelector('#close-room').hidden"))
          .as("a viewer is not offered what is not allowed")
          .isEqualTo(true);
      ann.goodbye();
      browser.await("document.querySelector('#room-empty').textContent.startsWith('Nobody')");
    }
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void anAdminIsAskedBeforeAMemberIsRemoved() throws Exception {
    try (Peer ann = Peer.member(watched.clients(), "Ann", "tea")) {
      logIn(WatchedServer.ADMIN);
      browser.await("document.querySelector('button.room')");
      browser.click("button.room");
      browser.await("document.querySelector('#people-rows button')");
      browser.click("#people-rows button");
      browser.await("document.querySelector('#confirm').open");
      browser.click("#confirm button[value=cancel]");
      ann.awaitRoomOf("tea", 1);
      browser.click("#people-rows button");
      browser.click("#confirm-do");
      ann.await(ServerMessage.Removed.class);
      browser.await("!document.querySelector('#confirm').open");
      browser.await("document.querySelector('#room-empty').textContent.startsWith('Nobody')");
    }
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void scriptsThatAreNotOursDoNotRun() throws Exception {
    logIn(WatchedServer.VIEWER);
    browser.evaluate(
        "(() => { const it = document.createElement('script');"
            + " it.textContent = 'window.ran = true'; document.body.append(it); })()");
    assertThat(browser.evaluate("window.ran === true")).isEqualTo(false);
    assertThat(browser.problems()).anyMatch(it -> it.contains("Content Security Policy"));
  }

  @Test
  void afterTheLogoutTheLoginIsBack() throws Exception {
    logIn(WatchedServer.ADMIN);
    browser.click("header button");
    browser.await("document.querySelector('#password')");
    browser.open(watched.page("/dashboard").resolve("/dashboard"));
    browser.await("document.querySelector('#password')");
    assertThat(browser.problems()).isEmpty();
  }
}
