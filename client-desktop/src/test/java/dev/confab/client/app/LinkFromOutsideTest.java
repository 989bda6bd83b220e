package dev.confab.client.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.client.call.ConfabLink;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Other programs hand links over as arguments; on Windows as one string, which a link with quotes
/// in it can make several arguments of. The registry has `--` in front of it.
class LinkFromOutsideTest {
  @Test
  void aLinkBehindTheDashesIsTheLink() throws Exception {
    Options options = parse("--", "confab://localhost:8443/garden?insecure");

    assertThat(Objects.requireNonNull(options.link).shareText())
        .isEqualTo(ConfabLink.parse("confab://localhost:8443/garden?insecure").shareText());
  }

  @Test
  void nothingBehindTheDashesIsAnOption() {
    assertThatThrownBy(() -> parse("--", "confab://h/a", "--stats", "file"))
        .isInstanceOf(ParameterException.class);
    assertThatThrownBy(() -> parse("--", "--headless")).isInstanceOf(ParameterException.class);
  }

  private static Options parse(String... arguments) {
    Options options = new Options();
    new CommandLine(options).parseArgs(arguments);
    return options;
  }
}
