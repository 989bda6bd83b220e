package dev.confab.client.ui.chat;

import dev.confab.client.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the next message is written: Enter sends, Shift+Enter breaks the line.
final class MessageInput extends HBox {
  private static final int MAX_ROWS = 5;

  private final ChatViewModel model;
  private final TextArea area = new TextArea();

  MessageInput(ChatViewModel model) {
    this.model = model;
    getStyleClass().add("message-input");
    area.setId("chat-input");
    area.setPromptText(Texts.of("chat.prompt"));
    area.setAccessibleText(Texts.of("chat.prompt"));
    area.setWrapText(true);
    area.setPrefRowCount(1);
    area.setPrefColumnCount(1);
    area.textProperty().bindBidirectional(model.draftProperty());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    area.textProperty().subscribe(text -> area.setPrefRowCount(rows(text)));
    HBox.setHgrow(area, Priority.ALWAYS);

    Button send = new Button(null, new FontIcon(Feather.SEND));
    send.setId("chat-send");
    send.getStyleClass().add("send");
    send.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    send.setAccessibleText(Texts.of("chat.send"));
    send.setTooltip(new Tooltip(Texts.of("chat.send.tooltip")));
    send.disableProperty().bind(model.draftProperty().map(String::isBlank));
    send.setOnAction(_ -> model.send());
    getChildren().addAll(area, send);
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() != KeyCode.ENTER) {
      return;
    }
    event.consume();
    if (event.isShiftDown()) {
      area.replaceSelection("\n");
    } else {
      model.send();
    }
  }

  private static int rows(String text) {
    return (int) Math.min(MAX_ROWS, 1 + text.chars().limit(100_000).filter(c -> c == '\n').count());
  }

  void focus() {
    area.requestFocus();
  }
}
