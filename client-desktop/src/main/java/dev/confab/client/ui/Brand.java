package dev.confab.client.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The program's mark and name.
public final class Brand extends HBox {
  public Brand() {
    getStyleClass().add("brand");
    StackPane mark = new StackPane(new FontIcon(Feather.MESSAGE_CIRCLE));
    mark.getStyleClass().add("brand-mark");
    Label name = new Label(Texts.of("brand"));
    name.getStyleClass().add("brand-name");
    getChildren().addAll(mark, name);
  }
}
