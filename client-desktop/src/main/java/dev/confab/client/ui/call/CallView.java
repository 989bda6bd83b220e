package dev.confab.client.ui.call;

import dev.confab.client.ui.chat.ChatView;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The screen of a call: the stage, the controls below it, and the chat, which stands beside the
/// stage where there is room and before it in a small window.
public final class CallView extends StackPane {
  private static final double ROOM_FOR_CHAT = 800;
  private static final Duration SLIDE = Duration.millis(160);
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full-screen");

  private final CallViewModel model;
  private final StagePane stage;
  private final ControlBar controls;
  private final ChatView chat;
  private final BorderPane frame = new BorderPane();
  private final StackPane place;
  private final StackPane beside = new StackPane();

  public CallView(CallViewModel model) {
    this.model = model;
    getStyleClass().add("call");
    stage = new StagePane(model);
    controls = new ControlBar(model);
    chat = new ChatView(model.chat());
    place = new StackPane(stage);
    place.getStyleClass().add("stage-place");
    beside.getStyleClass().add("chat-beside");
    frame.setCenter(place);
    frame.setBottom(controls);
    getChildren().add(frame);
    model.chat().openProperty().subscribe((_, open) -> openChat(open));
    widthProperty().map(this::compact).subscribe(_ -> placeChat());
    model.fullScreenProperty().subscribe(this::showFullScreen);
  }

  private boolean compact(Number width) {
    return width.doubleValue() < ROOM_FOR_CHAT;
  }

  private void openChat(boolean open) {
    placeChat();
    if (open) {
      if (!Platform.getPreferences().isReducedMotion()) {
        TranslateTransition slide = new TranslateTransition(SLIDE, chat);
        slide.setFromX(chat.prefWidth(-1) / 4);
        slide.setToX(0);
        slide.play();
      }
      chat.focusInput();
    } else {
      controls.chatButton().requestFocus();
    }
  }

  private void placeChat() {
    boolean compact = compact(getWidth());
    pseudoClassStateChanged(COMPACT, compact);
    frame.setRight(null);
    beside.getChildren().remove(chat);
    place.getChildren().remove(chat);
    if (!model.chat().openProperty().get()) {
      return;
    }
    if (compact) {
      StackPane.setAlignment(chat, Pos.CENTER_RIGHT);
      place.getChildren().add(chat);
    } else {
      beside.getChildren().add(chat);
      frame.setRight(beside);
    }
  }

  private void showFullScreen(boolean full) {
    pseudoClassStateChanged(FULL, full);
    stage.setRounded(!full);
  }

  /// Where the keyboard is when the call begins.
  public void focusFirst() {
    controls.microphoneButton().requestFocus();
  }

  /// The call's shortcuts. For keys that nobody else took.
  public void onKey(KeyEvent event) {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    boolean typing = focused instanceof TextInputControl text && text.isEditable();
    if (event.getCode() == KeyCode.ESCAPE && chat.isWrittenIn()) {
      event.consume();
      model.chat().toggle();
      return;
    }
    Shortcut.of(event, typing)
        .ifPresent(
            shortcut -> {
              event.consume();
              model.run(shortcut);
            });
  }
}
