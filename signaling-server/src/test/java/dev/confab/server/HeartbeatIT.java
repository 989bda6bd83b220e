package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage.MemberJoined;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server's pings ask, and what answers to them change.
class HeartbeatIT {
  private static final Pattern TOKEN = Pattern.compile("\"resumeToken\":\"([^\"]*)\"");
  private static final int MANY = 100;

  private final SignalingServer server = TestServers.start(it -> it);
  private final List<RawClient> clients = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (RawClient each : clients) {
      each.close();
    }
    server.close();
  }

  private RawClient greets(String more) throws IOException {
    RawClient client = RawClient.open(URI.create(server.address()));
    clients.add(client);
    client.text(
        "{\"type\":\"hello\",\"id\":1,\"versions\":[1],\"client\":\"t\",\"name\":\"Raw\""
            + more
            + "}");
    return client;
  }

  @Test
  void everyoneIsPingedHoweverManyHaveComeAtOnce() throws IOException {
    for (int i = 0; i < MANY; i++) {
      greets("");
    }
    for (RawClient each : clients) {
      assertThat(ByteBuffer.wrap(each.awaitPing()).getLong()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatAPongSaysIsHereIsNotKept(boolean answers) throws Exception {
    try (Peer ann = Peer.member(URI.create(server.address()), "Ann", "tea")) {
      RawClient bob = greets("");
      Matcher token = TOKEN.matcher(bob.awaitText("welcome"));
      assertThat(token.find()).isTrue();
      bob.text(
          "{\"type\":\"join\",\"id\":2,\"room\":\"tea\",\"media\":{\"microphone\":true,\"camera\":true}}");
      bob.awaitText("joined");
      PeerId bobsPlace = ann.await(MemberJoined.class).member().peer();
      ann.signal(bobsPlace, "one");
      bob.awaitText("signal");
      byte[] ping = bob.awaitPing();
      assertThat(ByteBuffer.wrap(ping).getLong()).isEqualTo(3);
      if (answers) {
        bob.frame(RawClient.PONG, true, ping);
      }
      bob.text("{\"type\":\"count-rooms\",\"id\":3,\"rooms\":[]}");
      bob.awaitText("room-counts");

      RawClient again =
          greets(",\"resume\":{\"token\":\"%s\",\"seq\":2}".formatted(token.group(1)));
      assertThat(again.awaitText("welcome")).contains("\"resumed\":" + !answers);
    }
  }
}
