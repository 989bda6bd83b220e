package dev.confab.client.ui.call;

import dev.confab.client.ui.Texts;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Copies a link to the room, and says so for a moment.
final class CopyLinkButton extends Button {
  private static final Duration COPIED = Duration.seconds(2);

  /// Plain: who has it is asked for the password, if there is one.
  CopyLinkButton(String id, String words, CallViewModel model) {
    this(id, words, model::copyLink);
  }

  /// With the password; there only where this person knows it.
  static CopyLinkButton withPassword(String id, String words, CallViewModel model) {
    CopyLinkButton button = new CopyLinkButton(id, words, model::copyLinkWithPassword);
    button.managedProperty().bind(button.visibleProperty());
    button.visibleProperty().bind(model.linkWithPasswordProperty().isNotEmpty());
    return button;
  }

  private CopyLinkButton(String id, String words, Runnable copy) {
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
          copy.run();
          setText(Texts.of("waiting.copied"));
          icon.setIconCode(Feather.CHECK);
          again.playFromStart();
        });
  }
}
