package dev.confab.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of `docs/server.md` and what Prometheus gets are one list.
class MetricsDocumentTest {
  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String document() throws IOException {
    // of this module when Maven runs the test, of the project in an editor
    Path here = Path.of("docs/server.md");
    return Files.readString(Files.exists(here) ? here : Path.of("../docs/server.md"));
  }

  @Test
  void everyMetricOfOursHasItsRowAndNothingElseHasOne() throws IOException {
    try (Metrics metrics = new Metrics(new Tally())) {
      String text = metrics.text(null);
      Set<String> told = found("^# TYPE (confab_\\w+) ", text);
      assertThat(told).hasSizeGreaterThan(15);
      assertThat(found("^\\| `(confab_\\w+)`", document())).isEqualTo(told);
      assertThat(found("^# TYPE ([a-z]+)_", text)).contains("jvm", "process", "system");
    }
  }

  @Test
  void theLabelsAreThoseOfTheTable() throws IOException {
    try (Metrics metrics = new Metrics(new Tally())) {
      Set<String> labelled = found("^(confab_\\w+_total\\{\\w+)=", metrics.text(null));
      assertThat(found("^\\| `(confab_\\w+_total`? ?`?\\{?\\w*)", document()))
          .filteredOn(it -> it.contains("{"))
          .extracting(it -> it.replaceAll("[` ]", ""))
          .containsExactlyInAnyOrderElementsOf(labelled);
    }
  }
}
