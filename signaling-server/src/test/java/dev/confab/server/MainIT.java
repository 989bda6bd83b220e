package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.ServerMessage.Draining;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program, as a process of its own.
class MainIT {
  private static final String NO_WORD = "there a program is ended without a word to it";

  private final List<ServerProgram> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(ServerProgram::close);
  }

  private ServerProgram server(String... arguments) throws IOException {
    ServerProgram program = ServerProgram.start(arguments);
    started.add(program);
    return program;
  }

  private ServerProgram listeningServer(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--bind", "127.0.0.1", "--port", "0"));
    arguments.addAll(List.of(more));
    return server(arguments.toArray(String[]::new));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_WORD)
  void theRealPortIsPrintedAndNothingElse() throws Exception {
    ServerProgram server = listeningServer();
    try (Peer ann = new Peer(server.address())) {
      ann.hello("Ann");
    }
    server.process().toHandle().destroy();
    assertThat(server.exitStatus()).isZero();
    assertThat(server.output()).isEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_WORD)
  void whenTerminatedItWaitsUntilTheLastMemberHasLeft() throws Exception {
    ServerProgram server = listeningServer("--drain-seconds", "50");
    try (Peer ann = Peer.member(server.address(), "Ann", "tea")) {
      server.process().toHandle().destroy();
      assertThat(ann.await(Draining.class).seconds()).isEqualTo(50);
      assertThat(server.process().isAlive()).isTrue();
      ann.say(new ClientMessage.Leave(ann.nextId()));
      assertThat(ann.awaitClose()).isEqualTo(CloseCode.GOING_AWAY.number());
    }
    assertThat(server.exitStatus()).isZero();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_WORD)
  void whoDoesNotLeaveIsClosedWhenTheTimeIsOver() throws Exception {
    ServerProgram server = listeningServer("--drain-seconds", "1");
    try (Peer ann = Peer.member(server.address(), "Ann", "tea")) {
      server.process().toHandle().destroy();
      assertThat(ann.awaitClose()).isEqualTo(CloseCode.GOING_AWAY.number());
    }
    assertThat(server.exitStatus()).isZero();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_WORD)
  void whoeverInsistsEndsItAtOnce() throws Exception {
    ServerProgram server = listeningServer("--drain-seconds", "600");
    try (Peer ann = Peer.member(server.address(), "Ann", "tea")) {
      server.process().toHandle().destroy();
      ann.await(Draining.class);
      server.process().toHandle().destroy();
      assertThat(server.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void noNameTokenOrContentGetsIntoTheLog() throws Exception {
    ServerProgram server = listeningServer("--drain-seconds", "0");
    String token;
    try (Peer ann = new Peer(server.address())) {
      token = ann.hello("Anastasia").resumeToken().value();
      var self = ann.join("tea").self();
      ann.signal(self, "secret-payload");
      ann.awaitRefusal();
    }
    server.process().toHandle().destroy();
    server.exitStatus();
    assertThat(server.errors())
        .contains("joined", "room=tea")
        .doesNotContain("Anastasia", token, "secret-payload");
  }

  @Test
  void aPortInUseIsToldInASentence() throws Exception {
    try (SignalingServer first = TestServers.start(it -> it)) {
      ServerProgram second = server("--bind", "127.0.0.1", "--port", "" + first.port());
      assertThat(second.exitStatus()).isEqualTo(1);
      assertThat(second.errors())
          .contains("Cannot listen on 127.0.0.1, port " + first.port())
          .contains("another program uses it")
          .doesNotContain("Exception");
    }
  }

  @Test
  void anAddressOfAnotherMachineIsToldInASentence() throws Exception {
    ServerProgram server = server("--bind", "192.0.2.1", "--port", "0");
    assertThat(server.exitStatus()).isEqualTo(1);
    assertThat(server.errors())
        .contains("Cannot listen on 192.0.2.1", "not one of this machine's")
        .doesNotContain("Exception");
  }

  @Test
  void aServerThatWasKilledListensAgainOnTheSamePortAtOnce() throws Exception {
    ServerProgram first = listeningServer();
    URI address = first.address();
    try (RawClient client = RawClient.open(address)) {
      first.close();
      first.exitStatus();
      client.awaitEnd(); // closed in order on both ends: remembered by the system for a minute
    }
    ServerProgram second = server("--bind", "127.0.0.1", "--port", "" + address.getPort());
    assertThat(second.address()).isEqualTo(address);
  }

  @Test
  void anUnreadableCertificateIsToldInASentence(@TempDir Path folder) throws Exception {
    String file = folder.toString();
    ServerProgram server = listeningServer("--tls-cert", file, "--tls-key", file);
    assertThat(server.exitStatus()).isEqualTo(2);
    assertThat(server.errors())
        .isEqualToIgnoringNewLines("The certificate file " + folder + " cannot be read.");
  }

  @Test
  void aCertificateWithoutAKeyIsNotEnough() throws Exception {
    ServerProgram server = listeningServer("--tls-cert", "/no/such.crt");
    assertThat(server.exitStatus()).isEqualTo(2);
    assertThat(server.errors()).contains("--tls-cert needs tls-key").doesNotContain("Exception");
  }

  @Test
  void aWrongNumberIsTold() throws Exception {
    ServerProgram server = listeningServer("--room-size", "1");
    assertThat(server.exitStatus()).isEqualTo(2);
    assertThat(server.errors()).contains("--room-size is a number from 2 to 64.");
  }

  @Test
  void helpNamesEveryFlag() throws Exception {
    ServerProgram server = server("--help");
    assertThat(server.exitStatus()).isZero();
    assertThat(server.output())
        .contains("--port", "--bind", "--tls-cert", "--tls-key", "--room-size")
        .contains("--max-connections", "--ice-server", "--drain-seconds", "--version")
        .contains("--turn-secret-file", "--turn-any-certificate", "--config", "check");
  }

  @Test
  void iceServersReachTheClients() throws Exception {
    ServerProgram server = listeningServer("--ice-server", "stun:stun.example.org:3478");
    try (Peer ann = new Peer(server.address())) {
      assertThat(ann.hello("Ann").iceServers().getFirst().urls())
          .containsExactly("stun:stun.example.org:3478");
    }
  }

  @Test
  void eachClientGetsCredentialsOfItsOwnForTheRelayAndNoneAreLogged(@TempDir Path folder)
      throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "north\n");
    ServerProgram server =
        listeningServer(
            "--ice-server",
            "turns:turn.example.org",
            "--turn-secret-file",
            secret.toString(),
            "--turn-any-certificate");
    IceServer anns;
    IceServer bobs;
    URI address = server.address();
    try (Peer ann = new Peer(address);
        Peer bob = new Peer(address)) {
      anns = ann.hello("Ann").iceServers().getFirst();
      bobs = bob.hello("Bob").iceServers().getFirst();
    }
    assertThat(anns.anyCertificate()).isTrue();
    assertThat(anns.username()).matches("[0-9]+:.+").isNotEqualTo(bobs.username());
    assertThat(anns.credential()).isNotEqualTo(bobs.credential());
    server.process().toHandle().destroy();
    server.exitStatus();
    assertThat(server.errors()).doesNotContain("north", anns.credential(), bobs.credential());
  }

  @Test
  void aSecretThatNoServerSharesIsTold() throws Exception {
    ServerProgram server =
        listeningServer("--turn-secret-file", "/no/such", "--ice-server", "stun:a");
    assertThat(server.exitStatus()).isEqualTo(2);
    assertThat(server.errors()).contains("--turn-secret-file needs an ice-server of the form");
  }

  @Test
  void anUnreadableSecretIsToldInASentence(@TempDir Path folder) throws Exception {
    ServerProgram server =
        listeningServer("--turn-secret-file", folder.toString(), "--ice-server", "turn:a");
    assertThat(server.exitStatus()).isEqualTo(2);
    assertThat(server.errors())
        .isEqualToIgnoringNewLines("The file of the TURN secret " + folder + " cannot be read.");
  }
}
