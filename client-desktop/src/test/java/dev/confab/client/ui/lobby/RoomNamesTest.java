package dev.confab.client.ui.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNamesTest {
  @ParameterizedTest
  @CsvSource({
    "\"Anna's Room\", annas-room",
    "Anna’s  Room!, annas-room",
    "'  Žluťoučký kůň ', zlutoucky-kun",
    "Straße 7, strasse-7",
    "--a--b--, a-b",
    "_x_y, x_y",
    "team/2026, team-2026",
    "a, a",
    "日本 2, 2",
  })
  void aRoomIsNamedAfterWhatIsTyped(String typed, String room) {
    assertThat(RoomNames.of(typed.replace("\"", "")).orElseThrow().value()).isEqualTo(room);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "!!!", "комната", "_-_"})
  void withoutALetterOrADigitThereIsNone(String typed) {
    assertThat(RoomNames.of(typed)).isEmpty();
  }

  @Test
  void aLongNameIsCut() {
    assertThat(RoomNames.of("ab ".repeat(100_000)).orElseThrow().value())
        .hasSizeBetween(63, 64)
        .doesNotEndWith("-");
  }
}
