package dev.confab.client.ui.call;

import dev.confab.client.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Alone in the room: the link to send to others.
final class WaitingCard extends VBox {
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
    HBox row = new HBox(link, new CopyLinkButton("copy-link", "waiting.copy", model));
    row.getStyleClass().add("waiting-link");
    CopyLinkButton withPassword =
        CopyLinkButton.withPassword("copy-password-link", "waiting.copy-password", model);
    withPassword.getStyleClass().add("copy-password");
    getChildren().addAll(title, text, row, withPassword);
  }
}
