package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.ServerMessage.Draining;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program, as a process of its own.
class MainIT {
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  private Process server(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }

  private Process listeningServer(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--bind", "127.0.0.1", "--port", "0"));
    arguments.addAll(List.of(more));
    return server(arguments.toArray(String[]::new));
  }

  /// The one line that it prints.
  private static URI address(Process server) throws IOException {
    BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).matches("Listening on ws://127\\.0\\.0\\.1:[1-9][0-9]*");
    return URI.create(line.substring("Listening on ".length()));
  }

  private static int exitStatus(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the process ended").isTrue();
    return process.exitValue();
  }

  private static String errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theRealPortIsPrintedAndNothingElse() throws Exception {
    Process server = listeningServer();
    try (Peer ann = new Peer(address(server))) {
      ann.hello("Ann");
    }
    server.toHandle().destroy();
    assertThat(exitStatus(server)).isZero();
    assertThat(server.inputReader(StandardCharsets.UTF_8).readLine()).isNull();
  }

  @Test
  void whenTerminatedItWaitsUntilTheLastMemberHasLeft() throws Exception {
    Process server = listeningServer("--drain-seconds", "50");
    try (Peer ann = Peer.member(address(server), "Ann", "tea")) {
      server.toHandle().destroy();
      assertThat(ann.await(Draining.class).seconds()).isEqualTo(50);
      assertThat(server.isAlive()).isTrue();
      ann.say(new ClientMessage.Leave(ann.nextId()));
      assertThat(ann.awaitClose()).isEqualTo(CloseCode.GOING_AWAY.number());
    }
    assertThat(exitStatus(server)).isZero();
  }

  @Test
  void whoDoesNotLeaveIsClosedWhenTheTimeIsOver() throws Exception {
    Process server = listeningServer("--drain-seconds", "1");
    try (Peer ann = Peer.member(address(server), "Ann", "tea")) {
      server.toHandle().destroy();
      assertThat(ann.awaitClose()).isEqualTo(CloseCode.GOING_AWAY.number());
    }
    assertThat(exitStatus(server)).isZero();
  }

  @Test
  void noNameTokenOrContentGetsIntoTheLog() throws Exception {
    Process server = listeningServer("--drain-seconds", "0");
    String token;
    try (Peer ann = new Peer(address(server))) {
      token = ann.hello("Anastasia").resumeToken().value();
      var self = ann.join("tea").self();
      ann.signal(self, "secret-payload");
      ann.awaitRefusal();
    }
    server.toHandle().destroy();
    exitStatus(server);
    assertThat(errors(server))
        .contains("joined", "room=tea")
        .doesNotContain("Anastasia", token, "secret-payload");
  }

  @Test
  void aPortInUseIsToldInASentence() throws Exception {
    try (SignalingServer first = TestServers.start(it -> it)) {
      Process second = server("--bind", "127.0.0.1", "--port", "" + first.port());
      assertThat(exitStatus(second)).isEqualTo(1);
      assertThat(errors(second))
          .contains("Cannot listen on 127.0.0.1, port " + first.port())
          .doesNotContain("Exception");
    }
  }

  @Test
  void aServerThatWasKilledListensAgainOnTheSamePortAtOnce() throws Exception {
    Process first = listeningServer();
    URI address = address(first);
    try (RawClient client = RawClient.open(address)) {
      first.destroyForcibly();
      exitStatus(first);
      client.awaitEnd(); // closed in order on both ends: remembered by the system for a minute
    }
    Process second = server("--bind", "127.0.0.1", "--port", "" + address.getPort());
    assertThat(address(second)).isEqualTo(address);
  }

  @Test
  void anUnreadableCertificateIsToldInASentence() throws Exception {
    Process server = listeningServer("--tls-cert", "/no/such.crt", "--tls-key", "/no/such.key");
    assertThat(exitStatus(server)).isEqualTo(2);
    assertThat(errors(server))
        .isEqualToIgnoringNewLines("The certificate file /no/such.crt cannot be read.");
  }

  @Test
  void aCertificateWithoutAKeyIsNotEnough() throws Exception {
    Process server = listeningServer("--tls-cert", "/no/such.crt");
    assertThat(exitStatus(server)).isEqualTo(2);
    assertThat(errors(server)).contains("--tls-key").doesNotContain("Exception");
  }

  @Test
  void aWrongNumberIsTold() throws Exception {
    Process server = listeningServer("--room-size", "1");
    assertThat(exitStatus(server)).isEqualTo(2);
    assertThat(errors(server)).contains("--room-size is a number from 2 to 64.");
  }

  @Test
  void helpNamesEveryFlag() throws Exception {
    Process server = server("--help");
    assertThat(exitStatus(server)).isZero();
    assertThat(server.inputReader(StandardCharsets.UTF_8).readAllAsString())
        .contains("--port", "--bind", "--tls-cert", "--tls-key", "--room-size")
        .contains("--max-connections", "--ice-server", "--drain-seconds", "--version")
        .contains("--turn-secret-file", "--turn-any-certificate");
  }

  @Test
  void iceServersReachTheClients() throws Exception {
    Process server = listeningServer("--ice-server", "stun:stun.example.org:3478");
    try (Peer ann = new Peer(address(server))) {
      assertThat(ann.hello("Ann").iceServers().getFirst().urls())
          .containsExactly("stun:stun.example.org:3478");
    }
  }

  @Test
  void eachClientGetsCredentialsOfItsOwnForTheRelayAndNoneAreLogged(@TempDir Path folder)
      throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "north\n");
    Process server =
        listeningServer(
            "--ice-server",
            "turns:turn.example.org",
            "--turn-secret-file",
            secret.toString(),
            "--turn-any-certificate");
    IceServer anns;
    IceServer bobs;
    URI address = address(server);
    try (Peer ann = new Peer(address);
        Peer bob = new Peer(address)) {
      anns = ann.hello("Ann").iceServers().getFirst();
      bobs = bob.hello("Bob").iceServers().getFirst();
    }
    assertThat(anns.anyCertificate()).isTrue();
    assertThat(anns.username()).matches("[0-9]+:.+").isNotEqualTo(bobs.username());
    assertThat(anns.credential()).isNotEqualTo(bobs.credential());
    server.toHandle().destroy();
    exitStatus(server);
    assertThat(errors(server)).doesNotContain("north", anns.credential(), bobs.credential());
  }

  @Test
  void aSecretThatNoServerSharesIsTold() throws Exception {
    Process server = listeningServer("--turn-secret-file", "/no/such", "--ice-server", "stun:a");
    assertThat(exitStatus(server)).isEqualTo(2);
    assertThat(errors(server)).contains("--turn-secret-file needs an --ice-server of the form");
  }

  @Test
  void anUnreadableSecretIsToldInASentence() throws Exception {
    Process server = listeningServer("--turn-secret-file", "/no/such", "--ice-server", "turn:a");
    assertThat(exitStatus(server)).isEqualTo(2);
    assertThat(errors(server))
        .isEqualToIgnoringNewLines("The file of the TURN secret /no/such cannot be read.");
  }
}
