package dev.confab.client.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
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

/// An [Advice] in a box; takes no room while there is none.
public final class AdviceBanner extends HBox {
  private final Label title = new Label();
  private final Label whatToDo = new Label();

  public AdviceBanner(ObservableValue<@Nullable Advice> advice) {
    getStyleClass().add("advice");
    setAccessibleRole(AccessibleRole.TEXT);
    title.getStyleClass().add("advice-title");
    title.setWrapText(true);
    whatToDo.getStyleClass().add("advice-text");
    whatToDo.setWrapText(true);
    VBox words = new VBox(title, whatToDo);
    words.getStyleClass().add("advice-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(new FontIcon(Feather.ALERT_CIRCLE), words);
    setManaged(false);
    setVisible(false);
    advice.subscribe(this::show);
  }

  /// Adds a cross that says the advice has been read.
  public AdviceBanner dismissible(Runnable action) {
    Button dismiss = new Button(null, new FontIcon(Feather.X));
    dismiss.setId("dismiss");
    dismiss.getStyleClass().add("quiet-icon");
    dismiss.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    dismiss.setAccessibleText(Texts.of("advice.dismiss"));
    dismiss.setTooltip(new Tooltip(Texts.of("advice.dismiss")));
    dismiss.setOnAction(_ -> action.run());
    getChildren().add(dismiss);
    return this;
  }

  private void show(@Nullable Advice advice) {
    setManaged(advice != null);
    setVisible(advice != null);
    if (advice != null) {
      title.setText(advice.title());
      whatToDo.setText(advice.whatToDo());
      setAccessibleText(advice.sentence());
    }
  }
}
