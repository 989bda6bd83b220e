package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.installer.Guide.Commands;
import dev.confab.installer.Guide.NotRun;
import dev.confab.installer.Guide.TextFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuideTest {
  private static final Guide OURS;

  static {
    try {
      OURS = Guide.read(Path.of("../docs/operations.md"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void blocksBecomeWhatAPersonDoes() {
    Guide guide =
        Guide.parse(
            """
            ## First
            ```sh
            date
            ```
            ```text
            Today … now
            ```
            ```
            shown = only
            ```
            ## Second
            ```sh
            #!/bin/sh
            # /etc/a
            ```
            <!-- Not run by the test: it takes long. -->
            ```sh
            sleep 1000
            ```
            """);
    assertThat(guide.steps())
        .containsExactly(
            new Commands("First", "date\n", List.of("Today … now")),
            new TextFile("Second", Path.of("/etc/a"), "#!/bin/sh\n# /etc/a\n"),
            new NotRun("Second", "Not run by the test: it takes long.", "sleep 1000\n"));
    assertThat(guide.under("S.*")).hasSize(2);
  }

  @Test
  void whatIsNotShownIsMissing() {
    Commands date = new Commands("", "date", List.of("a … (c)", "d"));
    assertThat(date.missing("x a b (c)\ny d")).isEmpty();
    assertThat(date.missing("x a b\n(c)")).containsExactly("a … (c)", "d");
  }

  /// A block that was marked wrongly would be passed over without a word.
  @Test
  void everyBlockOfTheGuideIsRunOrSaysWhyNot() {
    assertThat(OURS.steps()).filteredOn(Commands.class::isInstance).hasSizeGreaterThan(15);
    assertThat(OURS.steps()).filteredOn(TextFile.class::isInstance).hasSizeGreaterThan(5);
    assertThat(OURS.steps()).filteredOn(NotRun.class::isInstance).hasSizeLessThan(8);
  }
}
