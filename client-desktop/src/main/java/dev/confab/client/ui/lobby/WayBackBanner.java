package dev.confab.client.ui.lobby;

import dev.confab.client.call.WayBack;
import dev.confab.client.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Offers the way back into the call that a crash ended; takes no room while there is none.
final class WayBackBanner extends HBox {
  private final Label title = new Label();
  private final Button goBack = new Button(Texts.of("lobby.back"));

  WayBackBanner(LobbyViewModel model) {
    setId("way-back");
    getStyleClass().addAll("advice", "way-back");
    title.setId("way-back-title");
    title.getStyleClass().add("advice-title");
    title.setWrapText(true);
    Label text = new Label(Texts.of("lobby.back.text"));
    text.getStyleClass().add("advice-text");
    text.setWrapText(true);
    goBack.setId("go-back");
    goBack.getStyleClass().add("go-back");
    goBack.setMinWidth(USE_PREF_SIZE);
    goBack.setOnAction(_ -> model.goBack());
    VBox words = new VBox(title, text, goBack);
    words.getStyleClass().add("advice-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(new FontIcon(Feather.CORNER_UP_LEFT), words, dismiss(model));
    model.wayBackProperty().subscribe(this::show);
  }

  private static Button dismiss(LobbyViewModel model) {
    Button dismiss = new Button(null, new FontIcon(Feather.X));
    dismiss.setId("stay-out");
    dismiss.getStyleClass().add("quiet-icon");
    dismiss.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    dismiss.setAccessibleText(Texts.of("advice.dismiss"));
    dismiss.setTooltip(new Tooltip(Texts.of("advice.dismiss")));
    dismiss.setOnAction(_ -> model.dismissOffer());
    return dismiss;
  }

  private void show(@Nullable WayBack wayBack) {
    setManaged(wayBack != null);
    setVisible(wayBack != null);
    goBack.setDefaultButton(wayBack != null);
    if (wayBack != null) {
      title.setText(Texts.of("lobby.back.title", wayBack.request().room()));
      goBack.setAccessibleText(Texts.of("lobby.back.state", wayBack.request().room()));
    }
  }

  Button button() {
    return goBack;
  }
}
