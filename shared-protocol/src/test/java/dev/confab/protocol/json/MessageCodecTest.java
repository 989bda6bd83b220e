package dev.confab.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageCodecTest {
  @ParameterizedTest
  @MethodSource("dev.confab.protocol.json.Samples#client")
  void aClientMessageComesBackAsItWas(ClientMessage message) throws ProtocolException {
    assertThat(MessageCodec.decodeClient(MessageCodec.encode(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("dev.confab.protocol.json.Samples#server")
  void aServerMessageComesBackAsItWas(ServerMessage message) throws ProtocolException {
    assertThat(MessageCodec.decodeServer(MessageCodec.encode(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("dev.confab.protocol.json.Samples#peer")
  void aPeerMessageComesBackAsItWas(PeerMessage message) throws ProtocolException {
    assertThat(MessageCodec.decodePeer(MessageCodec.encode(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("dev.confab.protocol.json.Samples#channel")
  void aChannelMessageComesBackAsItWas(ChannelMessage message) throws ProtocolException {
    assertThat(MessageCodec.decodeChannel(MessageCodec.encode(message))).isEqualTo(message);
  }

  @Test
  void theTypeStandsFirstAndNullIsLeftOut() {
    assertThat(MessageCodec.encode(new ServerMessage.Refused(9, null, "bad-json", "No.")))
        .isEqualTo("{\"type\":\"error\",\"seq\":9,\"code\":\"bad-json\",\"text\":\"No.\"}");
  }

  @Test
  void whatIsWrittenKeepsToTheDocumentedForm() {
    assertThat(
            MessageCodec.encode(
                new ClientMessage.Join(2, new RoomId("tea"), new MediaState(true, false))))
        .isEqualTo(
            "{\"type\":\"join\",\"id\":2,\"room\":\"tea\","
                + "\"media\":{\"microphone\":true,\"camera\":false,\"hand\":false}}");
  }

  @Test
  void unknownFieldsAreIgnored() throws ProtocolException {
    String text = "{\"id\":3,\"from\":\"mallory\",\"x\":[{\"y\":null}],\"type\":\"leave\"}";

    assertThat(MessageCodec.decodeClient(text)).isEqualTo(new ClientMessage.Leave(3));
  }

  @Test
  void halfASurrogatePairSurvivesTheWayThroughUtf8() throws ProtocolException {
    ClientMessage message = new ClientMessage.Signal(1, new PeerId("p"), "\uDE00 and \uD83D");

    byte[] sent = MessageCodec.encode(message).getBytes(StandardCharsets.UTF_8);

    assertThat(MessageCodec.decodeClient(new String(sent, StandardCharsets.UTF_8)))
        .isEqualTo(message);
  }
}
