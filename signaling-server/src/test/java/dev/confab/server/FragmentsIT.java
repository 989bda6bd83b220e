package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Messages that come in several frames (RFC 6455, section 5.4) or with something else, and some
/// that only seem to.
class FragmentsIT {
  private static final byte[] HELLO =
      "{\"type\":\"hello\",\"id\":1,\"versions\":[1],\"client\":\"t\",\"name\":\"Zo\u00eb\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final SignalingServer server = TestServers.start(it -> it);
  private RawClient client;

  @BeforeEach
  void open() throws IOException {
    client = RawClient.open(URI.create(server.address()));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  /// The two bytes of the ë come apart.
  @Test
  void aMessageMayComeInPiecesWithAPingBetween() throws IOException {
    client.frame(RawClient.TEXT, false, new byte[] {HELLO[0]});
    client.frame(RawClient.PING, true, new byte[] {1});
    client.frame(RawClient.CONTINUATION, false, part(1, 5));
    client.frame(RawClient.CONTINUATION, false, part(5, HELLO.length - 3));
    client.frame(RawClient.CONTINUATION, true, part(HELLO.length - 3, HELLO.length));
    assertThat(client.awaitText("welcome")).contains("\"re\":1");
  }

  private static byte[] part(int from, int to) {
    return Arrays.copyOfRange(HELLO, from, to);
  }

  /// One who is in a hurry does not wait for the answer to its request.
  @Test
  void aMessageMayComeTogetherWithTheHandshake() throws IOException {
    try (RawClient hasty = new RawClient(URI.create(server.address()))) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(RawClient.handshake("confab"));
      all.writeBytes(RawClient.header(RawClient.TEXT, true, HELLO.length));
      all.writeBytes(HELLO);
      hasty.write(all.toByteArray());
      hasty.readHead();
      assertThat(hasty.awaitText("welcome")).contains("\"re\":1");
    }
  }

  @Test
  void whatIsNoTextWhenItIsPutTogetherIsRefused() throws IOException {
    client.frame(RawClient.TEXT, false, new byte[] {'{', (byte) 0xC3});
    client.frame(RawClient.CONTINUATION, true, new byte[] {'}'});
    assertThat(client.awaitClose()).isEqualTo(1007);
  }

  @Test
  void noMessageBeginsWithinAnother() throws IOException {
    client.frame(RawClient.TEXT, false, new byte[] {'{'});
    client.text("{}");
    assertThat(client.awaitClose()).isEqualTo(1002);
  }

  @Test
  void noneGoesOnThatHasNotBegun() throws IOException {
    client.frame(RawClient.CONTINUATION, true, new byte[] {'{'});
    assertThat(client.awaitClose()).isEqualTo(1002);
  }
}
