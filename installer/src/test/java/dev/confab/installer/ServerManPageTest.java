package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.confab.server.Main;
import dev.confab.server.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.OptionSpec;

class ServerManPageTest {
  private static final String NAME = "confab-server.8";

  /// As a reader sees it, without the marks of the page's language.
  private final String page =
      ServerPackageFiles.read(NAME).replace("\\-", "-").replaceAll("\\\\f[A-Z]", "");

  @ParameterizedTest
  @EnumSource
  void everySettingIsThereWithItsMeaningAndItsDefault(Setting setting) {
    String entry =
        Stream.of(page.split("\n\\.TP\n"))
            .filter(it -> it.matches("(?s)\\.BI " + setting.flag() + "[ =].*"))
            .findFirst()
            .orElse("");
    assertThat(entry).contains("\n" + setting.meaning());
    assertThat(entry.contains("Default:")).isEqualTo(!setting.byDefault().isEmpty());
    assertThat(entry)
        .contains(setting.byDefault().isEmpty() ? "" : "Default: " + setting.byDefault());
  }

  @Test
  void everyOptionIsThere() {
    List<String> names =
        Main.commandLine().getCommandSpec().options().stream()
            .map(OptionSpec::longestName)
            .toList();
    assertThat(names).allSatisfy(name -> assertThat(page).contains(name));
  }

  @Test
  void itIsWrittenWithoutMistakes() throws Exception {
    assumeTrue(Tools.has("man"), "there is no man");
    Ran man =
        Ran.of(
            Map.of("LC_ALL", "C.UTF-8", "MANROFFSEQ", "", "MANWIDTH", "80"),
            List.of(
                "man",
                "--warnings",
                "-E",
                "UTF-8",
                "-l",
                "-Tutf8",
                "-Z",
                ServerPackageFiles.path(NAME).toString()));
    assertThat(man.status()).isZero();
    assertThat(man.output().lines().filter(line -> line.contains("warning"))).isEmpty();
    assertThat(man.output()).contains("x T utf8"); // the page, formatted
  }
}
