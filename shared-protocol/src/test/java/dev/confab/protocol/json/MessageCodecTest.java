package dev.confab.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.Door;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
  void aReasonThatOnlyANewerServerKnowsIsALoss() throws ProtocolException {
    String text = "{\"type\":\"member-left\",\"seq\":1,\"peer\":\"p\",\"reason\":\"beamed-up\"}";

    assertThat(MessageCodec.decodeServer(text))
        .isEqualTo(new ServerMessage.MemberLeft(1, new PeerId("p"), LeaveReason.LOST));
  }

  @Test
  void aServerThatSaysNothingOfEntryHasOpenRooms() throws ProtocolException {
    String welcome =
        MessageCodec.encode(Samples.server().getFirst()).replace(",\"entry\":[\"open\"]", "");
    String joined =
        "{\"type\":\"joined\",\"seq\":2,\"re\":2,\"room\":\"tea\",\"self\":\"p\",\"members\":[]}";

    assertThat(welcome).doesNotContain("entry");
    assertThat(MessageCodec.decodeServer(welcome)).isEqualTo(Samples.server().getFirst());
    assertThat(MessageCodec.decodeServer(joined))
        .isEqualTo(
            new ServerMessage.Joined(
                2, 2, new RoomId("tea"), new PeerId("p"), List.of(), RoomState.OPEN, null));
  }

  @Test
  void whatANewerServerMadeUpIsReadAsTheStricter() throws ProtocolException {
    String updated =
        "{\"type\":\"room-updated\",\"seq\":1,"
            + "\"state\":{\"door\":\"revolving\",\"password\":false,\"owners\":[]}}";
    String welcome =
        MessageCodec.encode(Samples.server().getFirst())
            .replace("\"entry\":[\"open\"]", "\"entry\":[\"retina\",\"password\"]");

    assertThat(MessageCodec.decodeServer(updated))
        .isEqualTo(new ServerMessage.RoomUpdated(1, new RoomState(Door.LOCKED, false, List.of())));
    assertThat(((ServerMessage.Welcome) MessageCodec.decodeServer(welcome)).entry())
        .containsExactly(EntryWay.PASSWORD);
  }

  @Test
  void noPasswordIsWrittenAsAnEmptyString() {
    assertThat(
            MessageCodec.encode(new ClientMessage.SetRoom(2, null, ClientMessage.NewPassword.NONE)))
        .isEqualTo("{\"type\":\"set-room\",\"id\":2,\"password\":\"\"}");
  }

  @Test
  void halfASurrogatePairSurvivesTheWayThroughUtf8() throws ProtocolException {
    ClientMessage message = new ClientMessage.Signal(1, new PeerId("p"), "\uDE00 and \uD83D");

    byte[] sent = MessageCodec.encode(message).getBytes(StandardCharsets.UTF_8);

    assertThat(MessageCodec.decodeClient(new String(sent, StandardCharsets.UTF_8)))
        .isEqualTo(message);
  }
}
