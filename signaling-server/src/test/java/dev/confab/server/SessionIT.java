package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage.Draining;
import dev.confab.protocol.ServerMessage.IceServers;
import dev.confab.protocol.ServerMessage.MemberJoined;
import dev.confab.protocol.ServerMessage.MemberLeft;
import dev.confab.protocol.ServerMessage.Signal;
import dev.confab.protocol.ServerMessage.Welcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions over real sockets: what they outlive, and what ends them.
class SessionIT {
  @TempDir private Path folder = Path.of("");

  /// Longer than any test.
  private static final Duration NEVER = Duration.ofHours(1);

  private static final String HELLO =
      "{\"type\":\"hello\",\"id\":1,\"versions\":[1],\"client\":\"t\",\"name\":\"Raw\"}";
  private static final String JOIN =
      "{\"type\":\"join\",\"id\":2,\"room\":\"tea\",\"media\":{\"microphone\":true,\"camera\":true}}";

  private SignalingServer server = TestServers.start(it -> it);

  @AfterEach
  void stop() {
    server.close();
  }

  private URI address() {
    return URI.create(server.address());
  }

  private void restart(Patience patience) {
    server.close();
    server = TestServers.start(it -> it.withPatience(patience));
  }

  @Test
  void twoMembersSignalToEachOther() throws InterruptedException {
    try (Peer ann = Peer.member(address(), "Ann", "tea");
        Peer bob = new Peer(address())) {
      bob.hello("Bob");
      PeerId annsPlace = bob.join("tea").members().getFirst().peer();
      PeerId bobsPlace = ann.await(MemberJoined.class).member().peer();
      bob.signal(annsPlace, "offer");
      Signal signal = ann.await(Signal.class);
      assertThat(signal.from()).isEqualTo(bobsPlace);
      assertThat(signal.payload().text()).isEqualTo("offer");
    }
  }

  @Test
  void whoComesBackGetsWhatItMissed() throws InterruptedException {
    try (Peer ann = Peer.member(address(), "Ann", "tea");
        Peer bob = new Peer(address())) {
      Welcome welcome = bob.hello("Bob");
      bob.join("tea");
      PeerId bobsPlace = ann.await(MemberJoined.class).member().peer();
      long seq = bob.lastSeq();
      bob.abort();
      ann.signal(bobsPlace, "one");
      ann.signal(bobsPlace, "two");
      try (Peer again = new Peer(address())) {
        assertThat(again.resume(welcome.resumeToken(), seq).resumed()).isTrue();
        assertThat(again.await(Signal.class).payload().text()).isEqualTo("one");
        assertThat(again.await(Signal.class).payload().text()).isEqualTo("two");
      }
    }
  }

  @Test
  void whoWantsToHearMuchAgainAndAgainIsTurnedAway() throws InterruptedException {
    try (Peer ann = Peer.member(address(), "Ann", "tea");
        Peer bob = Peer.member(address(), "Bob", "tea");
        Peer cid = Peer.member(address(), "Cid", "tea");
        Peer eve = new Peer(address())) {
      ResumeToken token = eve.hello("Eve").resumeToken();
      eve.join("tea");
      PeerId evesPlace = cid.await(MemberJoined.class).member().peer();
      eve.abort();
      for (int i = 0; i < 5; i++) { // about what is kept from each for one who is away
        for (Peer each : List.of(ann, bob, cid)) {
          each.signal(evesPlace, "x".repeat(49_000));
        }
      }
      int times = 0;
      while (token != null && times < 90) {
        times++;
        try (Peer again = new Peer(address())) {
          token = again.tryToResume(token, 2);
          assertThat(token == null ? again.awaitClose() : CloseCode.TOO_FAST.number())
              .isEqualTo(CloseCode.TOO_FAST.number());
        }
      }
      assertThat(times).isBetween(20, 89);
      ann.assertOpen();
    }
  }

  @Test
  void whoComesBackTooLateStartsOver() throws InterruptedException {
    restart(Patience.DEFAULT.withGrace(Duration.ofMillis(100)));
    try (Peer ann = Peer.member(address(), "Ann", "tea");
        Peer bob = new Peer(address())) {
      Welcome welcome = bob.hello("Bob");
      bob.join("tea");
      bob.abort();
      assertThat(ann.await(MemberLeft.class).reason()).isEqualTo(LeaveReason.LOST);
      try (Peer again = new Peer(address())) {
        assertThat(again.resume(welcome.resumeToken(), 2).resumed()).isFalse();
        again.join("tea");
      }
    }
  }

  @Test
  void aTokenThatWasUsedOpensNothingForAThief() throws InterruptedException {
    try (Peer bob = new Peer(address())) {
      Welcome welcome = bob.hello("Bob");
      bob.join("tea");
      bob.abort();
      try (Peer again = new Peer(address());
          Peer thief = new Peer(address())) {
        again.nextId();
        again.nextId();
        again.resume(welcome.resumeToken(), 2);
        again.awaitRoomOf("tea", 1);
        assertThat(thief.resume(welcome.resumeToken(), 2).resumed()).isFalse();
        again.awaitRoomOf("tea", 1);
        again.assertOpen();
      }
    }
  }

  @Test
  void aSecondSocketTakesOverAndTheFirstIsToldSo() throws InterruptedException {
    try (Peer bob = new Peer(address());
        Peer again = new Peer(address())) {
      Welcome welcome = bob.hello("Bob");
      assertThat(again.resume(welcome.resumeToken(), 1).resumed()).isTrue();
      assertThat(bob.awaitClose()).isEqualTo(CloseCode.REPLACED.number());
    }
  }

  @Test
  void aRepeatedMessageIsNotDeliveredTwice() throws InterruptedException {
    try (Peer ann = Peer.member(address(), "Ann", "tea");
        Peer bob = Peer.member(address(), "Bob", "tea")) {
      PeerId bobsPlace = ann.await(MemberJoined.class).member().peer();
      ClientMessage once = new ClientMessage.Signal(ann.nextId(), bobsPlace, "once");
      ann.say(once);
      ann.say(once);
      ann.signal(bobsPlace, "then");
      assertThat(bob.await(Signal.class).payload().text()).isEqualTo("once");
      assertThat(bob.await(Signal.class).payload().text()).isEqualTo("then");
    }
  }

  @Test
  void whoSaysGoodbyeLeavesAtOnce() throws InterruptedException {
    try (Peer ann = Peer.member(address(), "Ann", "tea");
        Peer bob = Peer.member(address(), "Bob", "tea")) {
      bob.goodbye();
      assertThat(ann.await(MemberLeft.class).reason()).isEqualTo(LeaveReason.LEFT);
    }
  }

  @Test
  void whoSaysNothingIsClosed() {
    restart(Patience.DEFAULT.withHello(Duration.ofMillis(200)));
    try (Peer mute = new Peer(address())) {
      assertThat(mute.awaitClose()).isEqualTo(CloseCode.NO_HELLO.number());
    }
  }

  @Test
  void whoDoesNotEvenShakeHandsIsClosed() throws IOException {
    restart(Patience.DEFAULT.withHello(Duration.ofMillis(200)));
    try (RawClient mute = new RawClient(address())) {
      mute.awaitEnd();
    }
  }

  @Test
  void whoDoesNotAnswerPingsIsLost() throws Exception {
    restart(Patience.DEFAULT.withSilence(Duration.ofSeconds(1)).withGrace(Duration.ZERO));
    try (Peer ann = Peer.member(address(), "Ann", "tea");
        RawClient dead = RawClient.open(address())) {
      dead.text(HELLO);
      dead.text(JOIN);
      ann.await(MemberJoined.class);
      assertThat(ann.await(MemberLeft.class).reason()).isEqualTo(LeaveReason.LOST);
      ann.assertOpen();
    }
  }

  @Test
  void whoIsInNoRoomAndSaysNothingIsClosed() throws Exception {
    restart(Patience.DEFAULT.withIdle(Duration.ofMillis(500)));
    try (Peer ann = Peer.member(address(), "Ann", "tea");
        Peer eve = new Peer(address())) {
      eve.hello("Eve");
      assertThat(eve.awaitClose()).isEqualTo(CloseCode.IDLE.number());
      ann.assertOpen();
    }
  }

  @Test
  void whoStaysGetsNewCredentialsForTheRelay() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "north");
    IceSettings ice =
        new IceSettings(
            List.of(IceServer.of("turn:turn.example.org")),
            TurnSecret.read(secret),
            Duration.ofSeconds(2));
    server.close();
    server = TestServers.start(it -> it.withIce(ice));
    try (Peer ann = new Peer(address())) {
      IceServer first = ann.hello("Ann").iceServers().getFirst();
      IceServer second = ann.await(IceServers.class).iceServers().getFirst();
      assertThat(second.username()).isNotEqualTo(first.username());
      assertThat(second.credential()).isNotEqualTo(first.credential());
    }
  }

  @Test
  void whoReadsNothingIsCutOffAndNobodyElseNotices() throws Exception {
    assertCutOff(Duration.ofMillis(500), 18); // fits into the outbox
  }

  /// One who reads nothing is sent so many messages of 49 kB.
  private void assertCutOff(Duration writePatience, int messages) throws Exception {
    // so that neither its silence nor anything else is what ends it
    restart(
        Patience.DEFAULT
            .withHello(NEVER)
            .withWrite(writePatience)
            .withSilence(NEVER)
            .withGrace(Duration.ZERO));
    try (Couple couple = new Couple(address());
        Peer ann = Peer.member(address(), "Ann", "tea");
        RawClient slow = RawClient.open(address())) {
      slow.text(HELLO);
      slow.text(JOIN);
      PeerId place = ann.await(MemberJoined.class).member().peer();
      String large = "x".repeat(49_000);
      for (int i = 0; i < messages; i++) {
        ann.signal(place, large);
      }
      assertThat(ann.await(MemberLeft.class).peer()).isEqualTo(place);
      ann.assertOpen();
      couple.assertStillTalking();
    }
  }

  @Test
  void noFloodOfOneMemberCutsAnotherOff() throws Exception {
    server.close();
    server =
        TestServers.start(
            it ->
                it.withPatience(new Patience(NEVER, NEVER, NEVER, Duration.ZERO, NEVER))
                    .withRates(10_000, 1 << 30));
    try (Peer eve = Peer.member(address(), "Eve", "tea");
        RawClient slow = RawClient.open(address())) {
      slow.text(HELLO);
      slow.text(JOIN);
      PeerId place = eve.await(MemberJoined.class).member().peer();
      String large = "x".repeat(49_000);
      for (int i = 0; i < 60; i++) {
        eve.signal(place, large);
      }
      assertThat(eve.awaitRefusal().code()).isEqualTo(ErrorCode.TOO_FAST.wire());
      eve.awaitRoomOf("tea", 2);
    }
  }

  @Test
  void beyondItsConnectionsTheServerIsFull() throws InterruptedException {
    server.close();
    server = TestServers.start(it -> it.withMaxConnections(2));
    try (Peer first = new Peer(address());
        Peer second = new Peer(address())) {
      first.hello("First");
      second.hello("Second");
      try (Peer third = new Peer(address())) {
        assertThat(third.awaitRefusal().code()).isEqualTo(ErrorCode.SERVER_FULL.wire());
        assertThat(third.awaitClose()).isEqualTo(CloseCode.SERVER_FULL.number());
      }
      first.join("tea");
    }
  }

  @Test
  void aStoppingServerClosesWithGoingAway() throws InterruptedException {
    try (Peer ann = Peer.member(address(), "Ann", "tea")) {
      server.close();
      assertThat(ann.awaitClose()).isEqualTo(CloseCode.GOING_AWAY.number());
    }
  }

  @Test
  void drainingEndsWhenTheLastMemberHasLeft() throws Exception {
    try (Peer ann = Peer.member(address(), "Ann", "tea")) {
      Thread drain = Thread.ofVirtual().start(TestServers.uninterrupted(server::drain));
      assertThat(ann.await(Draining.class).seconds()).isEqualTo(30);
      try (Peer late = new Peer(address())) {
        late.say(TestServers.hello("Late"));
        assertThat(late.awaitRefusal().code()).isEqualTo(ErrorCode.DRAINING.wire());
        assertThat(late.awaitClose()).isEqualTo(CloseCode.GOING_AWAY.number());
      }
      assertThat(drain.isAlive()).isTrue();
      ann.say(new ClientMessage.Leave(ann.nextId()));
      assertThat(drain.join(Peer.PATIENCE)).isTrue();
    }
  }

  @Test
  void everyBurstArrivesWholeAndInOrder() throws InterruptedException {
    try (Peer ann = Peer.member(address(), "Ann", "tea");
        Peer bob = Peer.member(address(), "Bob", "tea")) {
      PeerId bobsPlace = ann.await(MemberJoined.class).member().peer();
      List<String> sent = IntStream.range(0, 90).mapToObj(i -> "n" + i).toList();
      sent.forEach(payload -> ann.signal(bobsPlace, payload));
      for (String payload : sent) {
        assertThat(bob.await(Signal.class).payload().text()).isEqualTo(payload);
      }
    }
  }
}
