package dev.confab.client.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
  private static final URI FROM = URI.create("https://example.org/a/u");

  @Test
  void itGoesOnToHttps() throws IOException {
    assertThat(HttpAnswers.next(FROM, "v")).hasToString("https://example.org/a/v");
    assertThat(HttpAnswers.next(FROM, "HTTPS://cdn.example.org/u"))
        .hasToString("HTTPS://cdn.example.org/u");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:631/u", "http://localhost/u", "http://example.org/u", "file:/u"})
  void butNotToLessAndNotToProgramsOnThisComputer(String location) {
    assertThatThrownBy(() -> HttpAnswers.next(FROM, location))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not safe");
  }
}
