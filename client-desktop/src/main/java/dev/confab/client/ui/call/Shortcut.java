package dev.confab.client.ui.call;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the keyboard does in a call. Full screen is left by Escape too, by JavaFX itself.
enum Shortcut {
  MICROPHONE,
  CAMERA,
  NEXT_CAMERA,
  HAND,
  CHAT,
  PEOPLE,
  LAYOUT,
  FULL_SCREEN,
  HANG_UP;

  /// `typing`: the keys are letters of a text now; only those that write nothing count.
  static Optional<Shortcut> of(KeyEvent event, boolean typing) {
    KeyCode code = event.getCode();
    if (code == KeyCode.F11) {
      return Optional.of(FULL_SCREEN);
    }
    if (typing || event.isAltDown() || event.isMetaDown() || event.isShiftDown()) {
      return Optional.empty();
    }
    if (event.isControlDown()) {
      return code == KeyCode.H ? Optional.of(HANG_UP) : Optional.empty();
    }
    return Optional.ofNullable(
        switch (code) {
          case M -> MICROPHONE;
          case V -> CAMERA;
          case N -> NEXT_CAMERA;
          case R -> HAND;
          case C -> CHAT;
          case P -> PEOPLE;
          case L -> LAYOUT;
          case F -> FULL_SCREEN;
          default -> null;
        });
  }
}
