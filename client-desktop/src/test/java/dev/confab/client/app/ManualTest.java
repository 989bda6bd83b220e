package dev.confab.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The manual that is packed knows the options of this program: each of them, and no other.
class ManualTest {
  private static final Path MANUAL = Path.of("../installer/src/main/linux/confab/confab.1");

  /// How it writes an option's name: a paragraph that begins with it in bold.
  private static final Pattern OPTION =
      Pattern.compile("(?m)^\\.TP\\n\\.B[IR]? (?:\\S+ \", \" )?(\\\\-\\\\-[a-z\\\\-]+)");

  @Test
  void everyOptionIsExplainedAndNoneThatIsNot() throws IOException {
    Set<String> options =
        new CommandLine(new Options())
            .getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> explained =
        OPTION
            .matcher(Files.readString(MANUAL))
            .results()
            .map(found -> found.group(1).replace("\\-", "-"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(explained).isEqualTo(options);
  }
}
