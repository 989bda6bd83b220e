package dev.confab.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
  @ParameterizedTest
  @CsvSource({
    "Anna, A",
    "anna nováková, AN",
    "Anna Maria  Nováková, AN",
    "žofie, Ž",
    "👩‍👧 Bo, 👩‍👧B",
    "李 小龍, 李小"
  })
  void theyAreTheFirstLettersOfTheFirstAndTheLastName(String name, String letters) {
    assertThat(Initials.of(new DisplayName(name)).letters()).isEqualTo(letters);
  }

  @Test
  void aNameKeepsItsColour() {
    Initials one = Initials.of(new DisplayName("Anna"));

    assertThat(one.colour()).isBetween(0, Initials.COLOURS - 1);
    assertThat(Initials.of(new DisplayName("Anna"))).isEqualTo(one);
  }
}
