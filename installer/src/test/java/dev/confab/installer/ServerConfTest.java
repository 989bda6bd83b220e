package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.Main;
import dev.confab.server.settings.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/// The settings file that the package brings.
class ServerConfTest {
  private static final String NAME = "server.conf";

  /// Nobody reaches a server that has not been set up; then it is a proxy on this machine who does.
  private static final List<String> BEGINNING =
      List.of("bind = 127.0.0.1", "trusted-proxies = 127.0.0.1, ::1");

  private final List<String> lines = ServerPackageFiles.lines(NAME);

  private static String check(Path file) {
    StringWriter said = new StringWriter();
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    command.execute("check", "--config", file.toString());
    return said.toString().strip();
  }

  @Test
  void itBeginsWithThisMachineAloneAndElseWithTheDefaults() {
    assertThat(lines.stream().filter(line -> !line.isEmpty() && !line.startsWith("#")))
        .containsExactlyElementsOf(BEGINNING);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BIND", "TRUSTED_PROXIES"})
  void everySettingIsThereWithItsMeaningAndItsDefault(Setting setting) {
    String line = ("#" + setting.key() + " = " + setting.byDefault()).strip();
    assertThat(lines).containsOnlyOnce(line);
    assertThat(lines).containsOnlyOnce("# " + setting.meaning());
    assertThat(lines.indexOf("# " + setting.meaning())).isLessThan(lines.indexOf(line));
  }

  @Test
  void nothingElseIsThere() {
    List<String> keys = Stream.of(Setting.values()).map(Setting::key).toList();
    assertThat(lines)
        .filteredOn(line -> line.matches("#?[a-z-]+ =.*"))
        .extracting(line -> line.replaceFirst("#?([a-z-]+) =.*", "$1"))
        .containsExactlyElementsOf(keys);
  }

  @Test
  void theServerTakesItAsItIs() {
    assertThat(check(ServerPackageFiles.path(NAME))).isEqualTo("All is well.");
  }

  @Test
  void theServerTakesTheDefaultsThatItShows(@TempDir Path folder) throws IOException {
    List<String> shown =
        lines.stream()
            .filter(line -> line.matches("#[a-z-]+ = .+"))
            .map(line -> line.substring(1))
            .toList();
    assertThat(shown).hasSizeGreaterThan(4);
    assertThat(check(Files.write(folder.resolve(NAME), shown))).isEqualTo("All is well.");
  }
}
