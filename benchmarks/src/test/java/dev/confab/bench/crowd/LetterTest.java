package dev.confab.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.json.JsonLine;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTest {
  @Test
  void theyHaveTheSizesThatTheReportNames() {
    assertThat(Letter.OFFER.json()).hasSizeBetween(2400, 2500);
    assertThat(Letter.ANSWER.json()).hasSizeBetween(2400, 2500);
    assertThat(Letter.CANDIDATE.json()).hasSizeBetween(180, 220);
  }

  @ParameterizedTest
  @EnumSource
  void theyAreJsonOfTheirKind(Letter letter) throws Exception {
    assertThat(JsonLine.read(letter.json()).get("type"))
        .isEqualTo(letter.name().toLowerCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsStampedIsReadAgain(Letter letter) {
    Template template = new Template("{\"wrapped\":" + letter.json() + "}", 1999);
    byte[] text = template.text(0x0123_4567_89ab_cdefL, 0);
    Arrival arrival = new Arrival();

    assertThat(arrival.read(text, 0, text.length)).isTrue();
    assertThat(arrival.letter()).isEqualTo(letter);
    assertThat(arrival.sender()).isEqualTo(1999);
    assertThat(arrival.sentAt()).isEqualTo(0x0123_4567_89ab_cdefL);
    assertThat(arrival.text()).hasSize(template.length());
  }

  @Test
  void whatHasNoStampIsNoLetter() {
    byte[] text = "{\"type\":\"member-joined\"}@@".getBytes(StandardCharsets.UTF_8);

    assertThat(new Arrival().read(text, 0, text.length)).isFalse();
  }

  @Test
  void numbersGrowWhereADialectHasThem() {
    Template template = new Template("{\"id\":1000000000,\"x\":" + Letter.OFFER.json() + "}", 7);

    assertThat(new String(template.text(1, 1_000_000_042), StandardCharsets.US_ASCII))
        .startsWith("{\"id\":1000000042,");
    assertThat(template.isNumbered()).isTrue();
    assertThat(new Template(Letter.OFFER.json(), 7).isNumbered()).isFalse();
  }
}
