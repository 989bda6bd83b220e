package dev.confab.client.ui.chat;

import dev.confab.client.call.ChatEntry;
import dev.confab.client.ui.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The panel of the chat: the lines, of which only those in sight are nodes, and the field to write
/// in. It stays at the newest line unless the person has scrolled away from it.
public final class ChatView extends VBox {
  private final ListView<ChatEntry> list;
  private final MessageInput input;

  @SuppressWarnings("UnnecessaryLambda") // the same object is taken off again
  private final Runnable afterLayout = this::scroll;

  // On the way to the newest line: one way for however many lines came.
  private boolean scrolling;

  public ChatView(ChatViewModel model) {
    setId("chat-panel");
    getStyleClass().add("chat");
    list = new ListView<>(model.lines());
    list.setId("messages");
    list.getStyleClass().add("messages");
    list.setAccessibleText(Texts.of("chat.title"));
    list.setCellFactory(_ -> new MessageCell(model::openLink));
    list.setPlaceholder(placeholder());
    list.setFocusTraversable(false);
    VBox.setVgrow(list, Priority.ALWAYS);
    model.lines().addListener(this::follow);
    sceneProperty().subscribe(this::listenToLayout);

    input = new MessageInput(model);
    Label refusal = new Label();
    refusal.setId("chat-refusal");
    refusal.getStyleClass().add("chat-refusal");
    refusal.setWrapText(true);
    refusal.setMinHeight(Region.USE_PREF_SIZE);
    refusal.textProperty().bind(model.refusalProperty());
    refusal.managedProperty().bind(model.refusalProperty().isNotEmpty());
    refusal.visibleProperty().bind(refusal.managedProperty());
    getChildren().addAll(header(model), list, refusal, input);
  }

  private void listenToLayout(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(afterLayout);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(afterLayout);
    }
  }

  private static Node header(ChatViewModel model) {
    Label title = new Label(Texts.of("chat.title"));
    title.getStyleClass().add("chat-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button close = new Button(null, new FontIcon(Feather.X));
    close.setId("close-chat");
    close.getStyleClass().add("quiet-icon");
    close.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    close.setAccessibleText(Texts.of("chat.close"));
    close.setTooltip(new Tooltip(Texts.of("chat.close")));
    close.setOnAction(_ -> model.toggle());
    HBox header = new HBox(title, close);
    header.getStyleClass().add("chat-header");
    return header;
  }

  private static Node placeholder() {
    Label title = new Label(Texts.of("chat.empty"));
    title.getStyleClass().add("empty-title");
    Label text = new Label(Texts.of("chat.empty.text"));
    text.getStyleClass().add("empty-text");
    text.setWrapText(true);
    StackPane mark = new StackPane(new FontIcon(Feather.MESSAGE_SQUARE));
    mark.getStyleClass().add("empty-mark");
    VBox empty = new VBox(mark, title, text);
    empty.getStyleClass().add("empty-chat");
    return empty;
  }

  private void follow(ListChangeListener.Change<? extends ChatEntry> change) {
    while (change.next()) {
      if (change.wasAdded() && !change.wasReplaced()) {
        boolean own = change.getAddedSubList().stream().anyMatch(ChatEntry::own);
        scrolling |= own || atTheEnd(list.getItems().size() - change.getAddedSize());
      }
    }
  }

  // Only after a layout does the list know how many lines it has; it is there when one more layout
  // has shown the newest.
  private void scroll() {
    if (scrolling) {
      int newest = list.getItems().size() - 1;
      list.scrollTo(newest);
      scrolling =
          list.lookup(".virtual-flow") instanceof VirtualFlow<?> f && lastVisible(f) < newest;
    }
  }

  private boolean atTheEnd(int sizeBefore) {
    return !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
        || lastVisible(flow) >= sizeBefore - 2;
  }

  private static int lastVisible(VirtualFlow<?> flow) {
    var last = flow.getLastVisibleCell();
    return last == null ? -1 : last.getIndex();
  }

  /// Where one can write at once.
  public void focusInput() {
    input.focus();
  }

  public boolean isWrittenIn() {
    return input.isWrittenIn();
  }
}
