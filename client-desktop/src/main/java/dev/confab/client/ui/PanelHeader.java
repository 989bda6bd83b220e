package dev.confab.client.ui;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The title of a side panel, and a cross that closes it.
public final class PanelHeader extends HBox {
  private final Button close = new Button(null, new FontIcon(Feather.X));

  public PanelHeader(String title, String closing, String closeId, Runnable action) {
    getStyleClass().add("panel-header");
    Label label = new Label(Texts.of(title));
    label.getStyleClass().add("panel-title");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    close.setId(closeId);
    close.getStyleClass().add("quiet-icon");
    close.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    close.setAccessibleText(Texts.of(closing));
    close.setTooltip(new Tooltip(Texts.of(closing)));
    close.setOnAction(_ -> action.run());
    getChildren().addAll(label, close);
  }

  public Button closeButton() {
    return close;
  }
}
