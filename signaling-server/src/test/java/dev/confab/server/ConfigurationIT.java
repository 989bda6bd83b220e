package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program with a file and an environment, and its command `check`.
class ConfigurationIT {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("CONFAB_SERVER_ICE_SERVER", "stun:environment.example.org");

  @TempDir private Path folder = Path.of("");
  private final List<ServerProgram> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(ServerProgram::close);
  }

  private ServerProgram run(Map<String, String> environment, String... arguments)
      throws IOException {
    ServerProgram program = ServerProgram.start(environment, arguments);
    started.add(program);
    return program;
  }

  private ServerProgram run(String... arguments) throws IOException {
    return run(Map.of(), arguments);
  }

  private String file(String... lines) throws IOException {
    return Files.write(folder.resolve("server.conf"), List.of(lines)).toString();
  }

  private static String stunServer(ServerProgram server) throws Exception {
    try (Peer ann = new Peer(server.address())) {
      return ann.hello("Ann").iceServers().getFirst().urls().getFirst();
    }
  }

  @Test
  void theServerRunsAsItsFileSays() throws Exception {
    String file = file("bind = 127.0.0.1", "port = 0", "ice-server = stun:file.example.org");
    assertThat(stunServer(run("--config", file))).isEqualTo("stun:file.example.org");
  }

  @Test
  void theEnvironmentIsStrongerThanTheFile() throws Exception {
    String file = file("bind = 127.0.0.1", "port = 0", "ice-server = stun:file.example.org");
    assertThat(stunServer(run(ENVIRONMENT, "--config", file)))
        .isEqualTo("stun:environment.example.org");
  }

  @Test
  void aFlagIsStrongerThanTheEnvironment() throws Exception {
    assertThat(
            stunServer(
                run(
                    ENVIRONMENT,
                    "--bind=127.0.0.1",
                    "--port=0",
                    "--ice-server=stun:flag.example.org")))
        .isEqualTo("stun:flag.example.org");
  }

  @Test
  void aMistakeInTheFileEndsTheStartWithItsLine() throws Exception {
    String file = file("# the server", "prot = 1", "room-size = many");
    ServerProgram server = run("--config", file);
    assertThat(server.exitStatus()).isEqualTo(2);
    assertThat(server.errors().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith(file + ", line 2: there is no such"))
        .anySatisfy(line -> assertThat(line).startsWith(file + ", line 3: room-size is a number"));
  }

  @Test
  void checkOpensNoPort() throws Exception {
    try (SignalingServer taken = TestServers.start(it -> it)) {
      ServerProgram check =
          run("check", "--bind=127.0.0.1", "--trusted-proxies=127.0.0.1", "--port=" + taken.port());
      assertThat(check.exitStatus()).isZero();
      assertThat(check.output()).isEqualToIgnoringNewLines("All is well.");
      assertThat(check.errors()).isEmpty();
    }
  }

  @Test
  void checkSeesWhatStandsBeforeIt() throws Exception {
    ServerProgram check = run("--config", file("port = no"), "check");
    assertThat(check.exitStatus()).isEqualTo(2);
    assertThat(check.errors()).contains("line 1: port is a number from 0 to 65535.");
  }

  @Test
  void checkReadsTheFilesOfTls() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong.pem"), "hello");
    ServerProgram check = run("check", "--tls-cert=" + wrong, "--tls-key=" + wrong);
    assertThat(check.exitStatus()).isEqualTo(2);
    assertThat(check.errors().lines()).contains("There is no PEM certificate in " + wrong + ".");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // no such permissions
  void checkWarnsOfASecretThatEveryoneCanRead() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "north");
    String file = file("turn-secret-file = " + secret, "ice-server = turn:turn.example.org");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    ServerProgram open = run("check", "--config", file);
    assertThat(open.exitStatus()).isZero();
    assertThat(open.errors())
        .isEqualToIgnoringNewLines(
            "Warning: %s, line 1: turn-secret-file: everyone on this machine can read %s. Close it: chmod o= %2$s"
                .formatted(file, secret));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(run("check", "--config", file).errors()).isEmpty();
  }

  @Test
  void checkWarnsOfAProxyThatIsNotTrusted() throws Exception {
    ServerProgram check = run("check", "--bind=127.0.0.1");
    assertThat(check.exitStatus()).isZero();
    assertThat(check.errors()).contains("Warning: --bind: ").contains("trusted-proxies");
  }

  @Test
  void checkWarnsOfAMisspeltVariable() throws Exception {
    ServerProgram check = run(Map.of("CONFAB_SERVER_PROT", "1"), "check");
    assertThat(check.exitStatus()).isZero();
    assertThat(check.errors()).contains("Warning: CONFAB_SERVER_PROT is not a setting");
  }
}
