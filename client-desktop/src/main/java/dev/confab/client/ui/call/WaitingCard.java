package dev.confab.client.ui.call;

import dev.confab.client.ui.Texts;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Alone in the room: the link to send to others.
final class WaitingCard extends VBox {
  private static final Duration COPIED = Duration.seconds(2);

  WaitingCard(CallViewModel model) {
    setId("waiting");
    getStyleClass().add("waiting-card");
    Label title = new Label(Texts.of("waiting.title"));
    title.getStyleClass().add("waiting-title");
    title.setWrapText(true);
    Label text = new Label(Texts.of("waiting.text"));
    text.getStyleClass().add("waiting-text");
    text.setWrapText(true);

    TextField link = new TextField();
    link.setId("link");
    link.setEditable(false);
    link.setAccessibleText(Texts.of("waiting.link"));
    link.textProperty().bind(model.linkProperty());
    HBox.setHgrow(link, Priority.ALWAYS);
    HBox row = new HBox(link, copyButton(model));
    row.getStyleClass().add("waiting-link");
    getChildren().addAll(title, text, row);
  }

  private static Button copyButton(CallViewModel model) {
    FontIcon icon = new FontIcon(Feather.COPY);
    Button copy = new Button(Texts.of("waiting.copy"), icon);
    copy.setId("copy-link");
    copy.setMinWidth(USE_PREF_SIZE);
    PauseTransition again = new PauseTransition(COPIED);
    again.setOnFinished(
        _ -> {
          copy.setText(Texts.of("waiting.copy"));
          icon.setIconCode(Feather.COPY);
        });
    copy.setOnAction(
        _ -> {
          model.copyLink();
          copy.setText(Texts.of("waiting.copied"));
          icon.setIconCode(Feather.CHECK);
          again.playFromStart();
        });
    return copy;
  }
}
