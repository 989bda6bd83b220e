package dev.confab.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The table of `docs/server.md`, the command line and the settings are one list.
class ServerDocumentTest {
  private final List<String> rows =
      document().lines().filter(line -> line.startsWith("| `--")).toList();

  private static String document() {
    try {
      // of this module when Maven runs the test, of the project in an editor
      Path here = Path.of("docs/server.md");
      return Files.readString(Files.exists(here) ? here : Path.of("../docs/server.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String row(Setting setting) {
    String byDefault = setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`";
    return "| `%s` | `%s` | `%s` | %s | %s |"
        .formatted(
            setting.flag(),
            setting.variable(),
            setting.key(),
            byDefault,
            setting.meaning().replace("|", "\\|"));
  }

  @Test
  void everySettingHasItsRowAndNothingElseHasOne() {
    List<String> expected = Stream.of(Setting.values()).map(ServerDocumentTest::row).toList();
    assertThat(rows.stream().map(row -> row.replace("|  |", "| |")).toList())
        .containsExactlyElementsOf(
            expected.stream().map(row -> row.replace("|  |", "| |")).toList());
  }

  @Test
  void everyFlagOfBothCommandsIsASettingOrNamesTheFile() {
    List<String> settings = Stream.of(Setting.values()).map(Setting::flag).toList();
    CommandLine server = Main.commandLine();
    assertThat(Stream.of(server, server.getSubcommands().get("check")))
        .allSatisfy(
            command ->
                assertThat(flags(command))
                    .contains("--config")
                    .containsAll(settings)
                    .hasSize(settings.size() + 1));
  }

  private static List<String> flags(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .map(OptionSpec::longestName)
        .toList();
  }
}
