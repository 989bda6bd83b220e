package dev.confab.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.EntryWay;
import dev.confab.protocol.IceServer;
import dev.confab.server.EntrySettings;
import dev.confab.server.Main;
import dev.confab.server.ServerConfig;
import dev.confab.server.gate.AccessRules;
import dev.confab.server.gate.AddressRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SourcesTest {
  @TempDir private Path folder = Path.of("");

  private static Configured configured(Map<String, String> environment, String... flags) {
    CommandLine command = Main.commandLine();
    command.parseArgs(flags);
    return Sources.of(command, environment).configured();
  }

  private static ServerConfig ready(Map<String, String> environment, String... flags) {
    return ((Configured.Ready) configured(environment, flags)).config();
  }

  private static List<String> problems(String... flags) {
    return ((Configured.Refused) configured(Map.of(), flags)).problems();
  }

  private String file(String... lines) throws IOException {
    return Files.write(folder.resolve("c"), List.of(lines)).toString();
  }

  private static List<String> urls(ServerConfig config) {
    return config.ice().servers().stream().flatMap(it -> it.urls().stream()).toList();
  }

  @Test
  void whereNothingIsSaidTheDefaultsCount() {
    assertThat(ready(Map.of())).isEqualTo(ServerConfig.defaults());
  }

  @Test
  void aFlagThenTheEnvironmentThenTheFileHasTheLastWord() throws IOException {
    String file = file("port = 1", "room-size = 11", "drain-seconds = 21");
    ServerConfig config =
        ready(
            Map.of("CONFAB_SERVER_PORT", "2", "CONFAB_SERVER_ROOM_SIZE", "12"),
            "--config=" + file,
            "--port=3");
    assertThat(config.port()).isEqualTo(3);
    assertThat(config.limits().roomMembers()).isEqualTo(12);
    assertThat(config.drainSeconds()).isEqualTo(21);
  }

  @Test
  void withoutTheFlagNoFileIsRead() throws IOException {
    Map<String, String> environment = Map.of("CONFAB_SERVER_CONFIG", file("port = 1"));
    assertThat(ready(environment)).isEqualTo(ServerConfig.defaults());
  }

  @Test
  void anEmptyVariableSaysNothing() {
    assertThat(ready(Map.of("CONFAB_SERVER_PORT", " "))).isEqualTo(ServerConfig.defaults());
  }

  @Test
  void aListHasCommasAndReplacesAWeakerOne() throws IOException {
    String file = file("ice-server = stun:a , turn:b");
    assertThat(urls(ready(Map.of(), "--config", file))).containsExactly("stun:a", "turn:b");
    assertThat(
            urls(
                ready(
                    Map.of(),
                    "--config",
                    file,
                    "--ice-server=stun:c,stun:d",
                    "--ice-server=stun:e")))
        .containsExactly("stun:c", "stun:d", "stun:e");
  }

  @Test
  void whoMayConnectIsReadFromLists() {
    AccessRules rules =
        ready(
                Map.of("CONFAB_SERVER_ALLOWED_ORIGINS", "https://a.example, http://b.example:80"),
                "--trusted-proxies=127.0.0.1, ::1",
                "--trusted-proxies=10.0.0.0/8")
            .access();
    assertThat(rules.allowedOrigins()).containsExactly("https://a.example", "http://b.example:80");
    assertThat(rules.trustedProxies()).extracting(AddressRange::bits).containsExactly(32, 128, 8);
  }

  @Test
  void aSwitchInTheFileIsNotTurnedRoundByItsFlag() throws IOException {
    String file = file("turn-any-certificate = true", "ice-server = turns:a");
    assertThat(ready(Map.of(), "--config", file, "--turn-any-certificate").ice().servers())
        .allMatch(IceServer::anyCertificate);
    assertThat(ready(Map.of(), "--config", file, "--turn-any-certificate=false").ice().servers())
        .noneMatch(IceServer::anyCertificate);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port=-1 | --port is a number from 0 to 65535.",
        "--port=65536 | --port is a number from 0 to 65535.",
        "--port=4294967297 | --port is a number from 0 to 65535.",
        "--port=1e3 | --port is a number from 0 to 65535.",
        "--port= | --port is a number from 0 to 65535.",
        "--room-size=65 | --room-size is a number from 2 to 64.",
        "--max-connections=0 | --max-connections is a whole number, and at least 1.",
        "--drain-seconds=-1 | --drain-seconds is a whole number, and at least 0.",
        "--bind= | --bind is an address of this machine, as in 127.0.0.1.",
        "--entry=open,door | --entry is a list with commas, of open, password, invitation and knocking.",
        "--entry=,open | --entry is a list with commas, of open, password, invitation and knocking.",
        "--entry=knocking | --entry needs open, password or invitation: nobody could begin a room.",
        "--entry=open,invitation | --entry needs invitation-key-file as well, for invitations.",
        "--http-port=1 --dashboard-host=a | --dashboard-host needs dashboard-password-file as well.",
        "--http-port=65536 | --http-port is a number from 0 to 65535.",
        "--http-port=1 --http-bind=a b | --http-bind is an address of this machine, as in 127.0.0.1.",
        "--metrics-token-file=x | --metrics-token-file needs http-port as well.",
        "--http-port=1 --metrics-token-file=/x/hush | --metrics-token-file names no file that the server can read.",
        "--tls-cert=a | --tls-cert needs tls-key as well.",
        "--tls-key=a | --tls-key needs tls-cert as well.",
        "--turn-any-certificate | --turn-any-certificate needs an ice-server of the form turns:HOST.",
        "--max-connections-per-address=0 | --max-connections-per-address is a whole number, and at least 1.",
        "--connections-per-second=0 | --connections-per-second is a whole number, and at least 1.",
        "--trusted-proxies=localhost | --trusted-proxies is a list with commas of addresses and ranges, as in 127.0.0.1 and 10.0.0.0/8, with no bits set behind the length.",
        "--trusted-proxies=::1,10.0.0.1/8 | --trusted-proxies is a list with commas of addresses and ranges, as in 127.0.0.1 and 10.0.0.0/8, with no bits set behind the length.",
        "--allowed-origins=call.example.org | --allowed-origins is a list with commas, and each has the form https://HOST[:PORT], without a path; or it is *.",
        "--allowed-origins=https://a/b | --allowed-origins is a list with commas, and each has the form https://HOST[:PORT], without a path; or it is *.",
        "--turn-validity=59 | --turn-validity is a whole number, and at least 60.",
        "--turn-any-certificate=1 | --turn-any-certificate is true or false.",
      })
  void aWrongValueIsToldWithItsPlace(String flags, String sentence) {
    assertThat(problems(flags.split(" (?=--)"))).containsExactly(sentence);
  }

  private static List<String> warnings(String... flags) {
    CommandLine command = Main.commandLine();
    command.parseArgs(flags);
    return Sources.of(command, Map.of()).warnings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--ice-server=stun:a,turn:a | --ice-server: a relay wants credentials,",
        "--trusted-proxies=10.0.0.0/8,0.0.0.0/0 | --trusted-proxies: everybody is a proxy,",
        "--http-port=1 --http-bind=0.0.0.0 | --http-bind: everyone who reaches this address",
        "--http-port=1 --http-bind=:: --metrics-token-file=x --dashboard-password-file=y | --http-bind: the dashboard has no TLS.",
        "--http-port=1 --dashboard-password-file=y --dashboard-viewer-password-file=y | --dashboard-viewer-password-file: viewers have",
      })
  void whatIsHardlyMeantSoIsAWarning(String flags, String beginning) {
    assertThat(warnings(flags.split(" "))).singleElement().asString().startsWith(beginning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--ice-server=stun:a",
        "--ice-server=turn:a --turn-secret-file=x",
        "--trusted-proxies=10.0.0.0/8",
        "--http-bind=0.0.0.0",
        "--http-port=1 --dashboard-password-file=x --dashboard-viewer-password-file=y",
        "--http-port=1 --http-bind=0.0.0.0 --metrics-token-file=x",
      })
  void whatMayBeMeantSoIsNone(String flags) {
    assertThat(warnings(flags.split(" "))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"http://a", "turn:user:hush@a", "stun:a hush", "stun:a/hush"})
  void anIceServerOfAnotherFormIsToldAndNotRepeated(String url) {
    assertThat(problems("--ice-server=stun:a," + url, "--turn-secret-file=/x"))
        .singleElement()
        .satisfies(
            it -> assertThat(it).startsWith("--ice-server is a list").doesNotContain("hush"));
  }

  @Test
  void aSecretInThePlaceOfItsFileIsNotRepeated() {
    assertThat(problems("--ice-server=turn:a", "--turn-secret-file=hush"))
        .containsExactly("--turn-secret-file names no file that the server can find.");
    assertThat(problems("--tls-cert=c", "--tls-key=-----BEGIN PRIVATE KEY-----\nhush"))
        .containsExactly(
            "--tls-cert names no file that the server can find.",
            "--tls-key names no file that the server can find.");
  }

  @Test
  void howPeopleComeInIsAList() throws IOException {
    String key = Files.writeString(folder.resolve("key"), "k".repeat(32)).toString();
    EntrySettings entry =
        ready(Map.of(), "--entry=password , invitation", "--invitation-key-file=" + key).entry();
    assertThat(entry.allowed()).containsOnly(EntryWay.PASSWORD, EntryWay.INVITATION);
    assertThat(entry.key()).isNotNull();
    assertThat(ready(Map.of(), "--entry=open", "--entry=knocking").entry().allowed())
        .containsOnly(EntryWay.OPEN, EntryWay.KNOCKING);
  }

  @Test
  void aKeyOfInvitationsThatCannotBeUsedIsToldAndNotRepeated() throws IOException {
    String hush = Files.writeString(folder.resolve("key"), "hush").toString();
    assertThat(problems("--entry=invitation", "--invitation-key-file=" + hush))
        .containsExactly(
            "The key file of invitations %s has less than 32 bytes: that can be guessed."
                .formatted(hush));
    assertThat(problems("--entry=invitation", "--invitation-key-file=hush"))
        .containsExactly("--invitation-key-file names no file that the server can find.");
    assertThat(problems("--invitation-key-file=" + file("k".repeat(32))))
        .containsExactly("--invitation-key-file needs an entry with invitation.");
  }

  @Test
  void allMistakesAreToldAtOnce() throws IOException {
    String file = file("room-size = 1", "drain-seconds = x");
    assertThat(problems("--config", file, "--port=x"))
        .containsExactlyInAnyOrder(
            file + ", line 1: room-size is a number from 2 to 64.",
            file + ", line 2: drain-seconds is a whole number, and at least 0.",
            "--port is a number from 0 to 65535.");
  }
}
