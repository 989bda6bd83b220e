package dev.confab.client.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSpanTest {
  private static List<String> links(String message) {
    return TextSpan.of(message).stream()
        .map(TextSpan::link)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see https://example.org/a?b=c#d now | https://example.org/a?b=c#d",
        "HTTP://EXAMPLE.ORG/A | HTTP://EXAMPLE.ORG/A",
        "(see https://example.org/). | https://example.org/",
        "https://example.org/a_(b) | https://example.org/a_(b)",
        "'https://example.org,' | https://example.org",
        "<https://example.org> | https://example.org",
      })
  void aLinkIsFound(String message, String link) {
    assertThat(links(message)).containsExactly(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no link",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "confab://talk.example.org/r",
        "https://",
        "https:///path",
        "xhttps://example.org",
        "https://bank.example.org@evil.example.org/",
        "https://example.org\\@evil.example.org/",
      })
  void anythingElseIsText(String message) {
    assertThat(links(message)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a https://x.org b http://y.org.", "https://x.org", "plain", "a\n\nb "})
  void theSpansTogetherAreTheMessage(String message) {
    assertThat(TextSpan.of(message).stream().map(TextSpan::text).collect(Collectors.joining()))
        .isEqualTo(message);
  }

  @Test
  void aMessageFullOfLinksHasABoundedNumberOfThem() {
    assertThat(links("http://a.b ".repeat(6000))).hasSize(50);
  }

  @Test
  void theLongestMessagesAreReadAtOnce() {
    for (String part : List.of("http://", "https://((((", "https://a)", "x", ".")) {
      assertThatCode(() -> TextSpan.of(part.repeat(65_536 / part.length())))
          .doesNotThrowAnyException();
    }
  }
}
