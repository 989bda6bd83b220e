package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage.MemberJoined;
import dev.confab.protocol.ServerMessage.MemberLeft;
import dev.confab.protocol.ServerMessage.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever one client does, it gets a code for it, and two others go on with their call.
class BadInputIT {
  private final SignalingServer server =
      TestServers.start(
          it ->
              it.withRoomSize(2).withPatience(Patience.DEFAULT.withGrace(Duration.ofMillis(200))));
  private final URI address = URI.create(server.address());
  private final Couple couple = new Couple(address);

  BadInputIT() throws InterruptedException {}

  @AfterEach
  void theTwoStillTalk() throws InterruptedException {
    try (server;
        couple) {
      couple.assertStillTalking();
    }
  }

  private void assertAnswer(String frame, ErrorCode code) throws InterruptedException {
    try (Peer peer = new Peer(address)) {
      peer.hello("Eve");
      peer.nextId(); // used by the frame
      peer.text(frame);
      assertThat(peer.awaitRefusal().code()).isEqualTo(code.wire());
      assertThat(peer.join("eve").members()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "nonsense | BAD_JSON",
        "{\"type\":\"leave\",\"id\":2 | BAD_JSON",
        "[] | BAD_MESSAGE",
        "\"leave\" | BAD_MESSAGE",
        "{} | BAD_MESSAGE",
        "{\"type\":7,\"id\":2} | BAD_MESSAGE",
        "{\"type\":\"leave\"} | BAD_MESSAGE",
        "{\"type\":\"leave\",\"id\":\"2\"} | BAD_MESSAGE",
        "{\"type\":\"leave\",\"id\":0} | BAD_MESSAGE",
        "{\"type\":\"dance\",\"id\":2} | UNKNOWN_TYPE",
        "{\"type\":\"join\",\"id\":2,\"room\":\"tea\"} | BAD_MESSAGE",
        "{\"type\":\"join\",\"id\":2,\"room\":\"../etc\",\"media\":{\"microphone\":true,\"camera\":true}} | BAD_ROOM",
        "{\"type\":\"leave\",\"id\":2} | NOT_JOINED",
      })
  void aMessageThatIsWrongIsAnsweredWithACode(String frame, ErrorCode code)
      throws InterruptedException {
    assertAnswer(frame, code);
  }

  @Test
  void anErrorNamesTheRequestThatItAnswers() throws InterruptedException {
    try (Peer peer = new Peer(address)) {
      peer.hello("Eve");
      peer.text("{\"type\":\"dance\",\"id\":77}");
      assertThat(peer.awaitRefusal().re()).isEqualTo(77);
    }
  }

  @Test
  void aDeepNestIsNotDugInto() throws InterruptedException {
    assertAnswer("[".repeat(60_000), ErrorCode.BAD_MESSAGE);
  }

  @ParameterizedTest
  @CsvSource({"10000", "65"})
  void aNameThatIsTooLongIsRefused(int length) throws InterruptedException {
    assertNameRefused("x".repeat(length));
  }

  @ParameterizedTest
  @CsvSource({"Eve\\u0007", "Eve\\u202Eenna", "''"})
  void aNameThatCouldDeceiveIsRefused(String escaped) throws InterruptedException {
    assertNameRefused(escaped);
  }

  private void assertNameRefused(String escaped) throws InterruptedException {
    try (Peer peer = new Peer(address)) {
      peer.text(
          "{\"type\":\"hello\",\"id\":1,\"versions\":[1],\"client\":\"t\",\"name\":\"%s\"}"
              .formatted(escaped));
      Refused refused = peer.awaitRefusal();
      assertThat(refused.code()).isEqualTo(ErrorCode.BAD_NAME.wire());
      assertThat(refused.text()).doesNotContain("xxx");
      peer.hello("Eve");
    }
  }

  @Test
  void whoSkipsTheHelloIsToldSo() throws InterruptedException {
    try (Peer peer = new Peer(address)) {
      peer.askToJoin("tea");
      assertThat(peer.awaitRefusal().code()).isEqualTo(ErrorCode.HELLO_FIRST.wire());
    }
  }

  @Test
  void aFullRoomIsRefusedOverTheWire() throws InterruptedException {
    try (Peer peer = new Peer(address)) {
      peer.hello("Eve");
      peer.askToJoin("couple");
      assertThat(peer.awaitRefusal().code()).isEqualTo(ErrorCode.ROOM_FULL.wire());
    }
  }

  @Test
  void aSignalToOneselfToNobodyAndToAnotherRoomIsRefused() throws InterruptedException {
    try (Peer eve = new Peer(address);
        Peer far = Peer.member(address, "Far", "elsewhere")) {
      eve.hello("Eve");
      PeerId self = eve.join("eve").self();
      eve.signal(self, "hm");
      assertThat(eve.awaitRefusal().code()).isEqualTo(ErrorCode.TO_SELF.wire());
      eve.signal(new PeerId("nobody"), "hm");
      assertThat(eve.awaitRefusal().code()).isEqualTo(ErrorCode.NO_SUCH_MEMBER.wire());
      far.signal(self, "hm");
      assertThat(far.awaitRefusal().code()).isEqualTo(ErrorCode.NO_SUCH_MEMBER.wire());
    }
  }

  @Test
  void aPayloadThatIsTooLargeIsRefused() throws InterruptedException {
    try (Peer eve = Peer.member(address, "Eve", "eve")) {
      eve.signal(new PeerId("nobody"), "x".repeat(50_000));
      assertThat(eve.awaitRefusal().code()).isEqualTo(ErrorCode.TOO_LARGE.wire());
    }
  }

  @Test
  void aFrameOfTenMegabytesClosesTheSocket() throws IOException {
    try (RawClient eve = RawClient.open(address)) {
      eve.write(RawClient.header(RawClient.TEXT, true, 10_000_000));
      assertThat(eve.awaitClose()).isEqualTo(CloseCode.TOO_BIG.number());
    }
  }

  @Test
  void whoGoesOnSendingItsTenMegabytesStillHearsWhyItWasClosed() throws IOException {
    try (RawClient eve = RawClient.open(address)) {
      eve.frame(RawClient.TEXT, true, new byte[10_000_000]);
      assertThat(eve.awaitClose()).isEqualTo(CloseCode.TOO_BIG.number());
    }
  }

  @Test
  void aMessageInEndlessFragmentsClosesTheSocket() throws IOException {
    try (RawClient eve = RawClient.open(address)) {
      eve.frame(RawClient.TEXT, false, new byte[0]);
      for (int i = 0; i < 100; i++) {
        eve.frame(RawClient.CONTINUATION, false, new byte[0]);
      }
      assertThat(eve.awaitClose()).isEqualTo(CloseCode.TOO_BIG.number());
    }
  }

  @Test
  void fragmentsThatAreTooBigTogetherCloseTheSocket() throws IOException {
    try (RawClient eve = RawClient.open(address)) {
      eve.frame(RawClient.TEXT, false, new byte[40_000]);
      eve.frame(RawClient.CONTINUATION, false, new byte[40_000]);
      assertThat(eve.awaitClose()).isEqualTo(CloseCode.TOO_BIG.number());
    }
  }

  @Test
  void aBinaryFrameClosesTheSocket() throws InterruptedException {
    try (Peer eve = new Peer(address)) {
      eve.hello("Eve");
      eve.binary(new byte[] {1, 2, 3});
      assertThat(eve.awaitClose()).isEqualTo(CloseCode.NOT_TEXT.number());
    }
  }

  @Test
  void whoBreaksTheRulesIsGoneFromTheRoomAtOnce() throws InterruptedException {
    try (Peer ann = Peer.member(address, "Ann", "eve");
        Peer eve = Peer.member(address, "Eve", "eve")) {
      eve.binary(new byte[] {1});
      PeerId place = ann.await(MemberJoined.class).member().peer();
      assertThat(ann.await(MemberLeft.class).peer()).isEqualTo(place);
    }
  }

  @Test
  void aThousandMessagesInASecondAreFirstRefusedAndThenCutOff() throws IOException {
    try (RawClient eve = RawClient.open(address)) {
      eve.text("{\"type\":\"hello\",\"id\":1,\"versions\":[1],\"client\":\"t\",\"name\":\"Eve\"}");
      for (int id = 2; id <= 1000; id++) {
        eve.text("{\"type\":\"leave\",\"id\":" + id + "}");
      }
      assertThat(eve.awaitText("\"" + ErrorCode.TOO_FAST.wire() + "\"")).contains("\"re\":");
      assertThat(eve.awaitClose()).isEqualTo(CloseCode.TOO_FAST.number());
    }
  }

  @Test
  void aFloodOfPingsIsCutOff() throws IOException {
    try (RawClient eve = RawClient.open(address)) {
      for (int i = 0; i < 1000; i++) {
        eve.frame(RawClient.PING, true, new byte[100]);
      }
      assertThat(eve.awaitClose()).isEqualTo(CloseCode.TOO_FAST.number());
    }
  }

  @Test
  void whoIsNeverUnderstoodIsCutOff() throws InterruptedException {
    try (Peer eve = new Peer(address)) {
      eve.hello("Eve");
      for (int i = 0; i < 20; i++) {
        eve.text("?");
        assertThat(eve.awaitRefusal().code()).isEqualTo(ErrorCode.BAD_JSON.wire());
      }
      assertThat(eve.awaitClose()).isEqualTo(CloseCode.TOO_MANY_ERRORS.number());
    }
  }

  @Test
  void aSocketClosedInTheMiddleOfAJoinLeavesNothingBehind() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      try (Peer eve = new Peer(address)) {
        eve.hello("Eve");
        eve.askToJoin("brief");
      }
    }
    try (Peer ann = new Peer(address)) {
      ann.hello("Ann");
      ann.awaitRoomOf("brief", 0);
    }
  }

  @Test
  void aHandshakeWithoutEndIsCutOff() throws IOException {
    try (RawClient eve = new RawClient(address)) {
      eve.write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] header =
          "X-Filler: %s\r\n".formatted("x".repeat(1000)).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 16; i++) {
        eve.write(header);
      }
      eve.awaitEnd();
    }
  }

  @Test
  void anotherSubprotocolIsNotSpoken() throws IOException {
    try (RawClient eve = new RawClient(address)) {
      eve.write(RawClient.handshake("chat"));
      assertThat(eve.readHead()).startsWith("HTTP/1.1 404");
    }
  }
}
