package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada",
        "Åsa Ängström",
        "Nguyễn Văn A",
        "王小明",
        "محمد",
        "👩‍🚀",
        "O'Neill-Smith, Jr.",
        "<b>x</b>"
      })
  void namesOfPeopleAreAccepted(String name) throws InvalidValueException {
    assertThat(DisplayName.parse(name).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "a\u0000b",
        "a\nb",
        "a\tb",
        "a\u001Bb",
        "a\u007Fb",
        "a\u202Eb",
        "a\u2066b",
        "a\u200Eb",
        "a\u061Cb",
        "a\u200Bb",
        "a\u2060b",
        "a\uFEFFb",
        "a\u00ADb",
        "a\u2028b",
        "a\u2029b",
        "a\uE000b",
        "a\uFFFFb"
      })
  void invisibleCharactersAndNothingAtAllAreRefused(String name) {
    assertThatThrownBy(() -> DisplayName.parse(name)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void halfASurrogatePairIsRefused() {
    for (String name : new String[] {"a\uD83D", "\uDE00a", "\uDE00\uD83D"}) {
      assertThatThrownBy(() -> DisplayName.parse(name)).isInstanceOf(InvalidValueException.class);
    }
  }

  @Test
  void whiteSpaceAroundItIsDropped() throws InvalidValueException {
    assertThat(DisplayName.parse(" \tAda \u2003").value()).isEqualTo("Ada");
  }

  @Test
  void aNameIsKeptInItsComposedForm() throws InvalidValueException {
    assertThat(DisplayName.parse("A\u030Asa")).isEqualTo(DisplayName.parse("Åsa"));
  }

  @Test
  void sixtyFourCodePointsFitAndOneMoreDoesNot() throws InvalidValueException {
    assertThat(DisplayName.parse("😀".repeat(64)).value()).hasSize(128);
    assertThatThrownBy(() -> DisplayName.parse("😀".repeat(65)))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void tenThousandCharactersAreRefusedWithoutBeingRepeated() {
    assertThatThrownBy(() -> DisplayName.parse("x".repeat(10_000)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageNotContaining("xx");
  }

  @Test
  void aTowerOfCombiningMarksIsRefused() {
    assertThatThrownBy(() -> DisplayName.parse("a" + "\u0336".repeat(200)))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void aNameMadeInTheProgramMustBeValidToo() {
    assertThatThrownBy(() -> new DisplayName(" Ada")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DisplayName("A\u030Asa"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
