package dev.confab.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.server.Patience;
import dev.confab.server.RawClient;
import dev.confab.server.ServerConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A server that may keep little for all its clients together.
class ReliefIT {
  /// Longer than the test: neither silence nor slowness is what ends anybody here.
  private static final Duration NEVER = Duration.ofHours(1);

  private static final Patience PATIENCE =
      Patience.DEFAULT.withHello(NEVER).withWrite(NEVER).withSilence(NEVER).withGrace(NEVER);

  /// Less than one session's replay and one socket's queue may have by themselves.
  private static final long MAX_KEPT = 900_000;

  private static final String LARGE = "x".repeat(45_000);

  @Test
  void whenTooMuchIsKeptInAllTheHeaviestGivesItUpAndTheOthersAreUnharmed() throws Exception {
    ServerConfig config =
        ServerConfig.defaults().withAddress("127.0.0.1", 0).withPatience(PATIENCE).withRoomSize(2);
    try (Listener server = Listener.open(config, null, List.of(), MAX_KEPT)) {
      URI address = URI.create("ws://127.0.0.1:" + server.port());
      try (RawClient slow = connect(address);
          RawClient ann = connect(address);
          RawClient bob = connect(address)) {
        String slowToken = field(hello(slow, "Slow"), "resumeToken");
        String slowPlace = field(join(slow, "tea"), "self");
        hello(ann, "Ann");
        join(ann, "tea");
        hello(bob, "Bob");
        String awayToken;
        String awayPlace;
        try (RawClient away = connect(address)) {
          awayToken = field(hello(away, "Away"), "resumeToken");
          awayPlace = field(join(away, "coffee"), "self");
          join(bob, "coffee");
        }

        for (int i = 0; i < 3; i++) {
          signal(bob, 3 + i, awayPlace);
        }
        answer(bob, 6);
        for (int i = 0; i < 16; i++) {
          signal(ann, 3 + i, slowPlace);
        }
        answer(ann, 19);

        assertThat(slow.awaitClose()).isEqualTo(CloseCode.TOO_SLOW.number());
        answer(ann, 20);
        answer(bob, 7);
        try (RawClient again = connect(address)) {
          assertThat(resume(again, slowToken)).contains("\"resumed\":false");
        }
        try (RawClient again = connect(address)) {
          assertThat(resume(again, awayToken)).contains("\"resumed\":true");
          assertThat(again.awaitText("signal")).contains(LARGE);
        }
      }
    }
  }

  private static RawClient connect(URI address) throws Exception {
    RawClient client = new RawClient(RawClient.connect(address, null));
    client.write(RawClient.handshake("confab"));
    client.readHead();
    return client;
  }

  private static String hello(RawClient client, String name) throws Exception {
    client.text(
        "{\"type\":\"hello\",\"id\":1,\"versions\":[1],\"client\":\"t\",\"name\":\"%s\"}"
            .formatted(name));
    return client.awaitText("welcome");
  }

  private static String resume(RawClient client, String token) throws Exception {
    client.text(
        "{\"type\":\"hello\",\"id\":1,\"versions\":[1],\"client\":\"t\",\"name\":\"Any\",\"resume\":{\"token\":\"%s\",\"seq\":3}}"
            .formatted(token));
    return client.awaitText("welcome");
  }

  private static String join(RawClient client, String room) throws Exception {
    client.text(
        "{\"type\":\"join\",\"id\":2,\"room\":\"%s\",\"media\":{\"microphone\":true,\"camera\":true}}"
            .formatted(room));
    return client.awaitText("joined");
  }

  private static void signal(RawClient client, int id, String to) throws Exception {
    client.text(
        "{\"type\":\"signal\",\"id\":%d,\"to\":\"%s\",\"payload\":\"%s\"}"
            .formatted(id, to, LARGE));
  }

  /// All that was said before has been carried out.
  private static void answer(RawClient client, int id) throws Exception {
    client.text("{\"type\":\"count-rooms\",\"id\":%d,\"rooms\":[]}".formatted(id));
    client.awaitText("\"re\":" + id);
  }

  private static String field(String message, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(message);
    assertThat(found.find()).as(message).isTrue();
    return found.group(1);
  }
}
