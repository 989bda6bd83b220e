package dev.confab.client.ui.call;

import dev.confab.client.ui.Texts;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Copies the link to the room, and says so for a moment.
final class CopyLinkButton extends Button {
  private static final Duration COPIED = Duration.seconds(2);

  CopyLinkButton(String id, String words, CallViewModel model) {
    super(Texts.of(words));
    FontIcon icon = new FontIcon(Feather.COPY);
    setId(id);
    setGraphic(icon);
    setMinWidth(USE_PREF_SIZE);
    PauseTransition again = new PauseTransition(COPIED);
    again.setOnFinished(
        _ -> {
          setText(Texts.of(words));
          icon.setIconCode(Feather.COPY);
        });
    setOnAction(
        _ -> {
          model.copyLink();
          setText(Texts.of("waiting.copied"));
          icon.setIconCode(Feather.CHECK);
          again.playFromStart();
        });
  }
}
