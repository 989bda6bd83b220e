package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomPassword;
import dev.confab.protocol.ServerMessage.Done;
import dev.confab.protocol.ServerMessage.Joined;
import dev.confab.protocol.ServerMessage.Knock;
import dev.confab.protocol.ServerMessage.KnockEnded;
import dev.confab.protocol.ServerMessage.MemberJoined;
import dev.confab.protocol.ServerMessage.MemberLeft;
import dev.confab.protocol.ServerMessage.Removed;
import dev.confab.protocol.ServerMessage.RoomUpdated;
import dev.confab.protocol.ServerMessage.Waiting;
import dev.confab.protocol.ServerMessage.Welcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who comes into a room, with the program as it is and real sockets.
class EntryIT {
  @TempDir private Path folder = Path.of("");
  private final List<AutoCloseable> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() throws Exception {
    for (AutoCloseable each : started.reversed()) {
      each.close();
    }
  }

  private ServerProgram program(String... arguments) throws IOException {
    ServerProgram program = ServerProgram.start(Map.of("CONFAB_LOG", "DEBUG"), arguments);
    started.add(program);
    return program;
  }

  private URI server(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--bind=127.0.0.1", "--port=0"));
    arguments.addAll(List.of(more));
    return program(arguments.toArray(String[]::new)).address();
  }

  private Peer guest(URI server, String name) throws InterruptedException {
    Peer peer = new Peer(server);
    started.add(peer);
    peer.hello(name);
    return peer;
  }

  private Peer member(URI server, String name) throws InterruptedException {
    Peer peer = guest(server, name);
    peer.join("tea");
    return peer;
  }

  private static void setDoor(Peer owner, Door door) throws InterruptedException {
    owner.say(new ClientMessage.SetRoom(owner.nextId(), door, null));
    owner.await(RoomUpdated.class);
  }

  private String invitation(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("invite"));
    command.addAll(List.of(arguments));
    ServerProgram invite = program(command.toArray(String[]::new));
    assertThat(invite.exitStatus()).isZero();
    return invite.output().strip();
  }

  @Test
  void aPasswordKeepsOthersOutAndIsNotLogged() throws Exception {
    ServerProgram program = program("--bind=127.0.0.1", "--port=0", "--drain-seconds=0");
    URI server = program.address();
    Peer ann = guest(server, "Annabella");
    ann.askToJoin("tea", "open-sesame");
    assertThat(ann.await(Joined.class).state().password()).isTrue();
    Peer bob = guest(server, "Bob");
    bob.askToJoin("tea");
    assertThat(bob.awaitRefusal().code()).isEqualTo("password-needed");
    bob.askToJoin("tea", "close-sesame");
    assertThat(bob.awaitRefusal().code()).isEqualTo("wrong-password");
    bob.askToJoin("tea", "open-sesame");
    assertThat(bob.await(Joined.class).members()).hasSize(1);
    ann.say(
        new ClientMessage.SetRoom(
            ann.nextId(), null, new ClientMessage.NewPassword(new RoomPassword("another-sesame"))));
    ann.await(Done.class);
    Peer cid = guest(server, "Cid");
    cid.askToJoin("tea", "open-sesame");
    assertThat(cid.awaitRefusal().code()).isEqualTo("wrong-password");
    cid.askToJoin("tea", "another-sesame");
    cid.await(Joined.class);
    program.process().toHandle().destroy();
    program.exitStatus();
    assertThat(program.output() + program.errors())
        .contains("wrong-password")
        .doesNotContain("sesame")
        .doesNotContain("Annabella")
        .doesNotContain("argon2")
        .doesNotContainIgnoringCase("psw4j");
  }

  @Test
  void guessesAreLimitedAndTheRightOneIsRefusedThenToo() throws Exception {
    URI server = server();
    guest(server, "Ann").askToJoin("tea", "secret");
    Peer mallory = guest(server, "Mallory");
    mallory.awaitRoomOf("tea", 1);
    for (int i = 0; i < 10; i++) {
      mallory.askToJoin("tea", "guess" + i);
      assertThat(mallory.awaitRefusal().code()).isEqualTo("wrong-password");
    }
    Peer another = guest(server, "Another socket");
    another.askToJoin("tea", "secret");
    assertThat(another.awaitRefusal().code()).isEqualTo("too-many-guesses");
    another.join("coffee");
  }

  @Test
  void byASharedSecretOnlyTheInvitedComeIn() throws Exception {
    Path key = Files.writeString(folder.resolve("key"), "this is known to two and no third\n");
    URI server = server("--entry=invitation", "--invitation-key-file=" + key);
    Peer ann = new Peer(server);
    started.add(ann);
    assertThat(ann.hello("Ann").entry()).containsExactly(EntryWay.INVITATION);
    ann.askToJoin("tea");
    assertThat(ann.awaitRefusal().code()).isEqualTo("invitation-needed");

    String[] common = {"--room=tea", "--valid=8h", "--key-file=" + key};
    String owner = invitation(common[0], common[1], common[2], "--right=owner", "--name=The host");
    ann.askToJoinInvited("coffee", owner);
    assertThat(ann.awaitRefusal().code()).isEqualTo("bad-invitation");
    ann.askToJoinInvited("tea", owner);
    Joined joined = ann.await(Joined.class);
    assertThat(joined.name()).isEqualTo(new DisplayName("The host"));
    assertThat(joined.state().owners()).containsExactly(joined.self());

    Peer bob = guest(server, "Bob");
    String plain = invitation(common);
    bob.askToJoinInvited("tea", plain + "x");
    assertThat(bob.awaitRefusal().code()).isEqualTo("bad-invitation");
    bob.askToJoinInvited("tea", plain);
    assertThat(bob.await(Joined.class).state().owners()).containsExactly(joined.self());
  }

  @Test
  void byAPublicKeyTheServerKnowsNothingToInviteWith() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path hidden = pem("private.pem", "PRIVATE KEY", pair.getPrivate());
    Path open = pem("public.pem", "PUBLIC KEY", pair.getPublic());
    URI server = server("--entry=open,invitation", "--invitation-key-file=" + open);
    Peer ann = member(server, "Ann");
    setDoor(ann, Door.LOCKED);
    Peer bob = guest(server, "Bob");
    bob.askToJoin("tea");
    assertThat(bob.awaitRefusal().code()).isEqualTo("room-locked");
    bob.askToJoinInvited(
        "tea", invitation("--room=tea", "--valid=5m", "--right=owner", "--key-file=" + hidden));
    assertThat(bob.await(Joined.class).state().owners()).hasSize(2);
    assertThat(ann.await(RoomUpdated.class).state().owners()).hasSize(2);

    ServerProgram withPublic = program("invite", "--room=tea", "--valid=5m", "--key-file=" + open);
    assertThat(withPublic.exitStatus()).isEqualTo(2);
    assertThat(withPublic.errors()).contains("it takes the private one");
  }

  private Path pem(String name, String label, Key key) throws IOException {
    String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN %s-----\r\n%s\r\n-----END %1$s-----\r\n".formatted(label, base64));
  }

  @Test
  void whoKnocksIsLetInByAnOwnerThatWasAwayMeanwhile() throws Exception {
    URI server = server();
    Peer ann = new Peer(server);
    started.add(ann);
    Welcome welcome = ann.hello("Ann");
    ann.join("tea");
    setDoor(ann, Door.KNOCK);
    long seq = ann.lastSeq();
    ann.abort();

    Peer bob = new Peer(server);
    started.add(bob);
    Welcome bobs = bob.hello("Bob");
    bob.askToJoin("tea");
    bob.await(Waiting.class);
    long bobsSeq = bob.lastSeq();
    bob.abort();

    Peer annAgain = new Peer(server);
    started.add(annAgain);
    Welcome resumed = annAgain.resume(welcome.resumeToken(), seq);
    assertThat(resumed.resumed()).isTrue();
    annAgain.goOnAfter(resumed.lastId());
    KnockId knock = annAgain.await(Knock.class).knock();
    annAgain.say(new ClientMessage.Admit(annAgain.nextId(), knock));
    assertThat(annAgain.await(KnockEnded.class).knock()).isEqualTo(knock);
    PeerId bobsPlace = annAgain.await(MemberJoined.class).member().peer();

    Peer bobAgain = new Peer(server);
    started.add(bobAgain);
    assertThat(bobAgain.resume(bobs.resumeToken(), bobsSeq).resumed()).isTrue();
    assertThat(bobAgain.await(Joined.class).self()).isEqualTo(bobsPlace);
  }

  @Test
  void whoIsTurnedAwayStaysOutside() throws Exception {
    URI server = server();
    Peer ann = member(server, "Ann");
    setDoor(ann, Door.KNOCK);
    Peer bob = guest(server, "Bob");
    bob.askToJoin("tea");
    KnockId knock = ann.await(Knock.class).knock();
    ann.say(new ClientMessage.TurnAway(ann.nextId(), knock));
    assertThat(bob.awaitRefusal().code()).isEqualTo("turned-away");
    bob.awaitRoomOf("tea", 1);
  }

  @Test
  void whoIsTakenOutDoesNotComeBackAndTheRoomCanBeHandedOver() throws Exception {
    URI server = server();
    Peer ann = member(server, "Ann");
    Peer bob = guest(server, "Bob");
    PeerId bobsPlace = bob.join("tea").self();
    Peer cid = guest(server, "Cid");
    PeerId cidsPlace = cid.join("tea").self();

    ann.say(new ClientMessage.Remove(ann.nextId(), bobsPlace));
    bob.await(Removed.class);
    MemberLeft left = cid.await(MemberLeft.class);
    assertThat(left.peer()).isEqualTo(bobsPlace);
    assertThat(left.reason()).isEqualTo(LeaveReason.REMOVED);
    bob.askToJoin("tea");
    assertThat(bob.awaitRefusal().code()).isEqualTo("turned-away");

    ann.say(new ClientMessage.HandOver(ann.nextId(), cidsPlace));
    assertThat(cid.await(RoomUpdated.class).state().owners()).containsExactly(cidsPlace);
    setDoor(cid, Door.LOCKED);
    Peer dan = guest(server, "Dan");
    dan.askToJoin("tea");
    assertThat(dan.awaitRefusal().code()).isEqualTo("room-locked");
    ann.say(new ClientMessage.SetRoom(ann.nextId(), Door.OPEN, null));
    assertThat(ann.awaitRefusal().code()).isEqualTo("not-owner");
  }

  @Test
  void whoOnlyClaimsToOwnARoomChangesNothing() throws Exception {
    URI server = server();
    Peer ann = guest(server, "Ann");
    PeerId annsPlace = ann.join("tea").self();
    setDoor(ann, Door.KNOCK);
    Peer mallory = guest(server, "Mallory");
    mallory.askToJoin("tea");
    ann.say(new ClientMessage.Admit(ann.nextId(), ann.await(Knock.class).knock()));
    PeerId mallorysPlace = mallory.await(Joined.class).self();
    Peer bob = guest(server, "Bob");
    bob.askToJoin("tea");
    KnockId bobs = ann.await(Knock.class).knock();

    for (String request :
        List.of(
            "'type':'set-room','door':'open'",
            "'type':'set-room','door':'locked','password':'mine'",
            "'type':'set-room','password':''",
            "'type':'admit','knock':'" + bobs + "'",
            "'type':'turn-away','knock':'" + bobs + "'",
            "'type':'remove','peer':'" + annsPlace + "'",
            "'type':'hand-over','to':'" + mallorysPlace + "'")) {
      String claims = ",'from':'%s','owner':true,'owners':['%s'],'rights':['owner']";
      String forged =
          ("{'id':" + mallory.nextId() + "," + request + claims + "}")
              .formatted(annsPlace, mallorysPlace);
      mallory.text(forged.replace('\'', '"'));
      assertThat(mallory.awaitRefusal().code()).as(request).isEqualTo("not-owner");
    }
    ann.askToJoin("tea");
    Joined state = ann.await(Joined.class);
    assertThat(state.state().owners()).containsExactly(annsPlace);
    assertThat(state.state().door()).isEqualTo(Door.KNOCK);
    assertThat(state.state().password()).isFalse();
    assertThat(state.members()).hasSize(1);
    assertThat(ann.await(Knock.class).knock()).as("Bob still waits").isEqualTo(bobs);
  }
}
