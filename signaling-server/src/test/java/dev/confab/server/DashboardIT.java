package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.gate.AccessRules;
import dev.confab.server.gate.AddressRange;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gets in, who may do what, and what another site's page can bring about: nothing.
class DashboardIT {
  private static final String[] OURS = {"Sec-Fetch-Site", "same-origin"};

  private WatchedServer watched;

  @BeforeEach
  void start() {
    watched = WatchedServer.start();
  }

  @AfterEach
  void end() {
    watched.close();
  }

  /// Someone who has logged in, with the cookie and the token of the page.
  private record Browser(String cookie, String token) {
    String[] headers() {
      return new String[] {"Cookie", cookie, "Sec-Fetch-Site", "same-origin"};
    }
  }

  private HttpResponse<String> tryPassword(String password, String... headers) throws Exception {
    return watched.post("/dashboard/login", "password=" + encoded(password), headers);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Browser logIn(String password) throws Exception {
    HttpResponse<String> answer = tryPassword(password, OURS);
    assertThat(answer.statusCode()).isEqualTo(303);
    String cookie = cookie(answer);
    Matcher token =
        Pattern.compile("data-token=\"([\\w-]{43})\"")
            .matcher(watched.get("/dashboard", "Cookie", cookie).body());
    assertThat(token.find()).as("the page has a token").isTrue();
    return new Browser(cookie, token.group(1));
  }

  private static String cookie(HttpResponse<String> answer) {
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set)
        .matches("confab=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict"); // by localhost, no TLS
    return set.substring(0, set.indexOf(';'));
  }

  private HttpResponse<String> ask(Browser browser, String path, String form) throws Exception {
    return watched.post(path, form + "&token=" + browser.token(), browser.headers());
  }

  @Test
  void withoutACookieThereIsOnlyTheLogin() throws Exception {
    HttpResponse<String> answer = watched.get("/dashboard");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/dashboard/login");
    assertThat(watched.post("/dashboard/data", "", OURS).statusCode()).isEqualTo(401);
    assertThat(watched.post("/dashboard/act", "", OURS).statusCode()).isEqualTo(401);
    assertThat(watched.get("/dashboard", "Cookie", "confab=" + "A".repeat(43)).statusCode())
        .isEqualTo(303);
  }

  @Test
  void aWrongPasswordLetsNobodyIn() throws Exception {
    HttpResponse<String> answer = tryPassword(WatchedServer.ADMIN + "!", OURS);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.body()).contains("This password is wrong.");
    assertThat(tryPassword("", OURS).statusCode()).isEqualTo(403);
  }

  @Test
  void afterFiveWrongOnesTheRightOneHasToWaitToo() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(tryPassword("guess " + i, OURS).statusCode()).isEqualTo(403);
    }
    HttpResponse<String> answer = tryPassword(WatchedServer.ADMIN, OURS);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("60");
  }

  @Test
  void whoGuessesFromElsewhereKeepsNobodyOut() throws Exception {
    restartBehindAProxy();
    for (int i = 0; i < 5; i++) {
      assertThat(guessFrom("192.0.2.1").statusCode()).isEqualTo(403);
    }
    assertThat(guessFrom("192.0.2.1").statusCode()).isEqualTo(429);
    assertThat(
            tryPassword(
                    WatchedServer.ADMIN,
                    "X-Forwarded-For",
                    "192.0.2.2",
                    "Sec-Fetch-Site",
                    "same-origin")
                .statusCode())
        .isEqualTo(303);
  }

  private void restartBehindAProxy() {
    watched.close();
    AccessRules rules =
        AccessRules.DEFAULT.withTrustedProxies(
            List.of(AddressRange.parse("127.0.0.1").orElseThrow()));
    watched = WatchedServer.start(null, it -> it.withAccess(rules));
  }

  private HttpResponse<String> guessFrom(String address) throws Exception {
    return tryPassword("a guess", "X-Forwarded-For", address, "Sec-Fetch-Site", "same-origin");
  }

  @Test
  void anAddressThatOnlyStandsInAHeaderIsNoWayToMoreGuesses() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(guessFrom("192.0.2." + i).statusCode()).isEqualTo(403);
    }
    assertThat(guessFrom("192.0.2.5").statusCode()).isEqualTo(429);
  }

  @Test
  void whoWaitsForALoginHoldsUpNothingElse() throws Exception {
    restartBehindAProxy();
    Map<String, Integer> statuses = new ConcurrentHashMap<>();
    try (ExecutorService guessers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String address :
          List.of(
              "192.0.2.1",
              "192.0.2.2",
              "192.0.2.3",
              "192.0.2.4",
              "2001:db8::1",
              "2001:db8:1::1",
              "2001:db8:2::1")) {
        var _ = guessers.submit(() -> statuses.put(address, guessFrom(address).statusCode()));
      }
      while (statuses.size() < 7) { // each of them waits for those before, a second each
        assertThat(watched.get("/metrics").statusCode()).isEqualTo(200);
        Thread.sleep(50);
      }
    }
    assertThat(statuses.values()).containsOnly(403);
  }

  @Test
  void everyLoginGivesANewKeyWhateverTheBrowserCameWith() throws Exception {
    Browser planted = logIn(WatchedServer.VIEWER);
    HttpResponse<String> answer =
        tryPassword(
            WatchedServer.ADMIN, "Cookie", planted.cookie(), "Sec-Fetch-Site", "same-origin");
    assertThat(cookie(answer)).isNotEqualTo(planted.cookie());
    assertThat(watched.get("/dashboard", "Cookie", planted.cookie()).statusCode()).isEqualTo(303);
  }

  @Test
  void afterTheLogoutTheKeyIsWorthNothing() throws Exception {
    Browser admin = logIn(WatchedServer.ADMIN);
    assertThat(ask(admin, "/dashboard/data", "").statusCode()).isEqualTo(200);
    HttpResponse<String> answer = ask(admin, "/dashboard/logout", "");
    assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
    assertThat(watched.get("/dashboard", "Cookie", admin.cookie()).statusCode()).isEqualTo(303);
    assertThat(ask(admin, "/dashboard/data", "").statusCode()).isEqualTo(401);
  }

  @Test
  void theServerItselfKeepsViewersFromDoingAnything() throws Exception {
    try (Peer ann = Peer.member(watched.clients(), "Ann", "tea")) {
      Browser viewer = logIn(WatchedServer.VIEWER);
      assertThat(ask(viewer, "/dashboard/data", "room=tea").body()).contains("\"name\":\"Ann\"");
      assertThat(ask(viewer, "/dashboard/act", "deed=close&room=tea").statusCode()).isEqualTo(403);
      ann.assertOpen();
      ann.awaitRoomOf("tea", 1);
    }
  }

  @Test
  void anAdminRemovesAMemberAndClosesARoom() throws Exception {
    try (Peer ann = Peer.member(watched.clients(), "Ann", "tea");
        Peer bob = new Peer(watched.clients())) {
      bob.hello("Bob");
      String bobsPlace = bob.join("tea").self().value();
      Browser admin = logIn(WatchedServer.ADMIN);
      String remove = "deed=remove&peer=" + bobsPlace;
      assertThat(ask(admin, "/dashboard/act", remove).statusCode()).isEqualTo(200);
      bob.await(ServerMessage.Removed.class);
      assertThat(ann.await(ServerMessage.MemberLeft.class).reason()).isEqualTo(LeaveReason.REMOVED);
      assertThat(ask(admin, "/dashboard/act", remove).statusCode()).isEqualTo(404);
      assertThat(watched.metric("confab_leaves_total{reason=\"removed\"}")).isEqualTo(1);

      String close = "deed=close&room=tea";
      assertThat(ask(admin, "/dashboard/act", close).statusCode()).isEqualTo(200);
      ann.await(ServerMessage.Removed.class);
      assertThat(watched.metric("confab_rooms")).isZero();
      assertThat(watched.metric("confab_members")).isZero();
      assertThat(ask(admin, "/dashboard/act", close).statusCode()).isEqualTo(404);
      assertThat(ask(admin, "/dashboard/act", "deed=remove&peer=%00").statusCode()).isEqualTo(400);
      assertThat(ask(admin, "/dashboard/act", "deed=else").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aRequestWithoutTheTokenOfThePageIsRefused() throws Exception {
    Browser admin = logIn(WatchedServer.ADMIN);
    Browser other = logIn(WatchedServer.ADMIN);
    String form = "deed=close&room=tea";
    assertThat(watched.post("/dashboard/act", form, admin.headers()).statusCode()).isEqualTo(403);
    Browser mixed = new Browser(admin.cookie(), other.token());
    assertThat(ask(mixed, "/dashboard/act", form).statusCode()).isEqualTo(403);
    assertThat(ask(mixed, "/dashboard/data", "").statusCode()).isEqualTo(403);
    assertThat(ask(mixed, "/dashboard/logout", "").statusCode()).isEqualTo(403);
    assertThat(ask(admin, "/dashboard/act", form).statusCode()).isEqualTo(404); // no such room
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: none",
        "X-Nothing: said"
      })
  void aRequestFromAnotherSitesPageIsRefused(String header) throws Exception {
    Browser admin = logIn(WatchedServer.ADMIN);
    String[] parts = header.split(": ");
    String form = "deed=close&room=tea&token=" + admin.token();
    HttpResponse<String> answer =
        watched.post("/dashboard/act", form, "Cookie", admin.cookie(), parts[0], parts[1]);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(tryPassword(WatchedServer.ADMIN, parts).statusCode()).isEqualTo(403);
  }

  @Test
  void anOriginThatIsOursIsEnoughForOlderBrowsers() throws Exception {
    String origin = watched.page("").toString();
    assertThat(tryPassword(WatchedServer.ADMIN, "Origin", origin).statusCode()).isEqualTo(303);
  }

  @Test
  void theListOfRoomsIsFoundSortedAndBounded() throws Exception {
    try (Peer ann = Peer.member(watched.clients(), "Ann", "tea");
        Peer bob = Peer.member(watched.clients(), "Bob", "tea");
        Peer cem = Peer.member(watched.clients(), "Çem", "apples")) {
      Browser viewer = logIn(WatchedServer.VIEWER);
      String all = ask(viewer, "/dashboard/data", "").body();
      assertThat(all).contains("\"total\":2").contains("\"members\":3");
      assertThat(all.indexOf("\"id\":\"tea\"")).isLessThan(all.indexOf("\"id\":\"apples\""));
      String byName = ask(viewer, "/dashboard/data", "order=name").body();
      assertThat(byName.indexOf("\"id\":\"apples\"")).isLessThan(byName.indexOf("\"id\":\"tea\""));
      assertThat(ask(viewer, "/dashboard/data", "search=" + encoded("çe")).body())
          .contains("\"matching\":1", "\"id\":\"apples\"");
      ann.assertOpen();
      bob.assertOpen();
      cem.assertOpen();
    }
  }
}
