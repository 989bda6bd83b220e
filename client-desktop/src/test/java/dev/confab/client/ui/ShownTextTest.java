package dev.confab.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTextTest {
  @Test
  void ordinaryTextIsShownAsItIs() {
    String text = "Žluť 🙂\n\tשלום — ok?";

    assertThat(ShownText.of(text)).isEqualTo(text);
  }

  @Test
  void nothingSteersTheDirectionOfWhatStandsAround() {
    assertThat(ShownText.of("a\u202Egpj.exe\u202C\u2066b\u2069\u2067c\u2068d\u202A\u202B\u202De"))
        .isEqualTo("agpj.exebcde");
  }

  @Test
  void controlCharactersAreMadeVisible() {
    assertThat(ShownText.of("a\u0000b\u001Bc\u0085d")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
  }

  @Test
  void everyEndOfLineIsOne() {
    assertThat(ShownText.of("a\r\nb\rc\nd")).isEqualTo("a\nb\nc\nd");
  }

  @Test
  void aLineIsOneLineAndBounded() {
    assertThat(ShownText.line(" a \n b\tc ", 10)).isEqualTo("a b c");
    assertThat(ShownText.line("x".repeat(100), 10)).isEqualTo("x".repeat(9) + "…");
  }
}
