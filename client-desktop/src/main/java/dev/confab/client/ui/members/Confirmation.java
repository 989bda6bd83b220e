package dev.confab.client.ui.members;

import dev.confab.client.ui.ShownText;
import dev.confab.client.ui.Texts;
import dev.confab.protocol.DisplayName;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks once more before something that cannot be taken back, below the row of the member whom it
/// concerns.
final class Confirmation extends VBox {
  private final Button cancel = new Button(Texts.of("confirm.cancel"));

  private Confirmation(String key, DisplayName name, Runnable action, Runnable close) {
    String who = ShownText.line(name.value(), 64);
    getStyleClass().add("confirmation");
    setId("confirmation");
    setAccessibleRole(AccessibleRole.PARENT);
    Label title = new Label(Texts.of(key + ".title", who));
    title.getStyleClass().add("confirmation-title");
    title.setWrapText(true);
    Label text = new Label(Texts.of(key + ".text"));
    text.getStyleClass().add("field-hint");
    text.setWrapText(true);
    Button yes = new Button(Texts.of(key + ".yes"));
    yes.setId("confirm");
    yes.getStyleClass().addAll("small-button", key.endsWith("remove") ? "danger" : "accent");
    yes.setAccessibleHelp(title.getText() + " " + text.getText());
    yes.setOnAction(
        _ -> {
          close.run();
          action.run();
        });
    cancel.setId("do-not");
    cancel.getStyleClass().add("small-button");
    cancel.setAccessibleHelp(title.getText() + " " + text.getText());
    cancel.setOnAction(_ -> close.run());
    HBox buttons = new HBox(cancel, yes);
    buttons.getStyleClass().add("editor-buttons");
    getChildren().addAll(title, text, buttons);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close.run();
          }
        });
  }

  static Confirmation ofHandingOver(DisplayName name, Runnable action, Runnable close) {
    return new Confirmation("confirm.hand-over", name, action, close);
  }

  /// `action` is told whether the room is to be locked as well.
  static Confirmation ofRemoval(DisplayName name, Consumer<Boolean> action, Runnable close) {
    CheckBox lock = new CheckBox(Texts.of("confirm.remove.lock"));
    lock.setId("lock-too");
    lock.setWrapText(true);
    Confirmation all =
        new Confirmation("confirm.remove", name, () -> action.accept(lock.isSelected()), close);
    all.getChildren().add(2, lock);
    return all;
  }

  /// On the answer that changes nothing.
  void focusFirst() {
    cancel.requestFocus();
  }
}
