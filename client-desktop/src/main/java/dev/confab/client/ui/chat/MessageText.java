package dev.confab.client.ui.chat;

import dev.confab.client.ui.ShownText;
import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The text of a message, with its links to click. It is set as text, never read as markup.
final class MessageText extends TextFlow {
  MessageText(String message, Consumer<URI> openLink) {
    getStyleClass().add("message-text");
    for (TextSpan span : TextSpan.of(ShownText.of(message))) {
      URI link = span.link();
      Text text = new Text(span.text());
      text.getStyleClass().add(link == null ? "message-words" : "message-link");
      if (link != null) {
        open(text, link, openLink);
      }
      getChildren().add(text);
    }
  }

  // A Text and not a Hyperlink, which would not wrap.
  private static void open(Text text, URI link, Consumer<URI> openLink) {
    text.setAccessibleRole(AccessibleRole.HYPERLINK);
    text.setAccessibleText(text.getText());
    text.setFocusTraversable(true);
    text.setOnMouseClicked(_ -> openLink.accept(link));
    text.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            openLink.accept(link);
          }
        });
  }
}
