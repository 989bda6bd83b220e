package dev.confab.client.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {
  /// The example of Semantic Versioning 2.0.0, section 11, and what is near it.
  private static final List<String> IN_ORDER =
      List.of(
          "0.0.9",
          "0.1.0-SNAPSHOT",
          "0.1.0",
          "0.2.0",
          "0.10.0",
          "1.0.0-2",
          "1.0.0-10",
          "1.0.0-99999999999999999999",
          "1.0.0-alpha",
          "1.0.0-alpha.1",
          "1.0.0-alpha.beta",
          "1.0.0-beta",
          "1.0.0-beta.2",
          "1.0.0-beta.11",
          "1.0.0-rc.1",
          "1.0.0",
          "1.0.10",
          "2.0.0");

  @Test
  void versionsHaveTheOrderOfTheSpecification() throws BadUpdateException {
    for (int i = 0; i < IN_ORDER.size(); i++) {
      for (int j = 0; j < IN_ORDER.size(); j++) {
        SemanticVersion one = SemanticVersion.parse(IN_ORDER.get(i));
        SemanticVersion other = SemanticVersion.parse(IN_ORDER.get(j));
        assertThat(one.isNewerThan(other)).as("%s newer than %s", one, other).isEqualTo(i > j);
      }
    }
  }

  @Test
  void whatWasBuiltHowHasNoPartInTheOrder() throws BadUpdateException {
    assertThat(SemanticVersion.parse("1.2.3+linux.7")).isEqualTo(SemanticVersion.parse("1.2.3"));
  }

  @Test
  void aVersionIsWrittenAsItWasRead() throws BadUpdateException {
    for (String version : IN_ORDER) {
      assertThat(SemanticVersion.parse(version)).hasToString(version);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2",
        "v1.2.3",
        "1.2.3.4",
        "01.2.3",
        "1.2.3-",
        "1.2.3-01",
        "1.2.3-a..b",
        "1.2.3+",
        "1.2.9999999999",
        "1.2.3 ",
        "1.2.3-ä",
        "(development)",
        "1.2.3-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> SemanticVersion.parse(text)).isInstanceOf(BadUpdateException.class);
  }
}
