package dev.confab.client.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShortcutTest {
  private static KeyEvent press(KeyCode code, boolean shift, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
  }

  @ParameterizedTest
  @CsvSource({
    "M, MICROPHONE",
    "V, CAMERA",
    "N, NEXT_CAMERA",
    "R, HAND",
    "C, CHAT",
    "P, PEOPLE",
    "L, LAYOUT",
    "F, FULL_SCREEN",
    "F11, FULL_SCREEN"
  })
  void eachKeyHasItsMeaning(KeyCode code, Shortcut shortcut) {
    assertThat(Shortcut.of(press(code, false, false), false)).contains(shortcut);
  }

  @Test
  void hangingUpTakesTwoKeys() {
    assertThat(Shortcut.of(press(KeyCode.H, false, true), false)).contains(Shortcut.HANG_UP);
    assertThat(Shortcut.of(press(KeyCode.H, false, false), false)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"M", "V", "N", "R", "C", "P", "L", "F"})
  void withAnotherKeyHeldALetterMeansNothing(KeyCode code) {
    assertThat(Shortcut.of(press(code, false, true), false)).isEmpty();
    assertThat(Shortcut.of(press(code, true, false), false)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"M", "V", "N", "R", "C", "P", "L", "F", "H"})
  void whileOneWritesNoLetterIsAShortcut(KeyCode code) {
    assertThat(Shortcut.of(press(code, false, false), true)).isEmpty();
    assertThat(Shortcut.of(press(code, false, true), true)).isEqualTo(Optional.empty());
  }

  @Test
  void fullScreenWorksWhileOneWrites() {
    assertThat(Shortcut.of(press(KeyCode.F11, false, false), true)).contains(Shortcut.FULL_SCREEN);
  }
}
