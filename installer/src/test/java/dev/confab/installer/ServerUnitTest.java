package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.confab.server.ServerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The systemd service.
class ServerUnitTest {
  private static final String NAME = "confab-server.service";
  private static final Pattern EXPOSURE = Pattern.compile("exposure level for .*: ([0-9.]+) ");

  /// Of 10. It was 1.3 with systemd 252; what is left is the network, and Java's own code.
  private static final double MOST_EXPOSURE = 1.5;

  @TempDir private Path folder = Path.of("");
  private Path unit = Path.of("");

  private final List<String> lines = ServerPackageFiles.lines(NAME);

  /// With a program that is there.
  @BeforeEach
  void copyTheUnit() throws Exception {
    String text = ServerPackageFiles.read(NAME);
    unit =
        Files.writeString(
            folder.resolve(NAME), text.replaceFirst("ExecStart=\\S+", "ExecStart=/bin/true"));
  }

  private String value(String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .reduce((first, last) -> last)
        .orElseThrow(() -> new AssertionError(key));
  }

  @Test
  void itStartsTheInstalledServerWithThePackagesFile() {
    assertThat(value("ExecStart"))
        .isEqualTo(
            "/opt/confab-server/bin/confab-server --config "
                + ServerPackageFiles.read("conffiles").strip());
  }

  @Test
  void itsUserIsTheOneThatThePackageMakes() {
    assertThat(ServerPackageFiles.lines("confab-server.sysusers"))
        .anyMatch(line -> line.startsWith("u " + value("User") + " "));
  }

  @Test
  void membersHaveTimeToLeaveBeforeSystemdLosesPatience() {
    assertThat(Integer.parseInt(value("TimeoutStopSec")))
        .isGreaterThanOrEqualTo(ServerConfig.defaults().drainSeconds() + 15);
  }

  @Test
  void wrongSettingsAreNotTriedAgain() {
    assertThat(value("Restart")).isEqualTo("on-failure");
    assertThat(value("RestartPreventExitStatus")).isEqualTo("2");
  }

  @Test
  void systemdUnderstandsEveryLine() throws Exception {
    assumeTrue(Tools.has("systemd-analyze"), "there is no systemd-analyze");
    Ran verified = Ran.of("systemd-analyze", "verify", "--man=no", unit.toString());
    assertThat(verified.output()).doesNotContain(NAME);
    assertThat(verified.status()).isZero();
  }

  @Test
  void littleIsExposed() throws Exception {
    assumeTrue(Tools.has("systemd-analyze"), "there is no systemd-analyze");
    Ran security =
        Ran.of("systemd-analyze", "security", "--offline=true", "--no-pager", unit.toString());
    assumeTrue(!security.output().contains("--offline"), "systemd is older than 250");
    Matcher exposure = EXPOSURE.matcher(security.output());
    assertThat(exposure.find()).as(security.output()).isTrue();
    assertThat(Double.parseDouble(exposure.group(1))).isLessThanOrEqualTo(MOST_EXPOSURE);
  }
}
