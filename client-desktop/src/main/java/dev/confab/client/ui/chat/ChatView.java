package dev.confab.client.ui.chat;

import dev.confab.client.call.ChatEntry;
import dev.confab.client.ui.PanelHeader;
import dev.confab.client.ui.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
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

  // Whether the newest line is to be in sight; a person who scrolls decides.
  private boolean following = true;
  private boolean touched;

  // Lines have come since the newest was in sight.
  private boolean behind;

  public ChatView(ChatViewModel model) {
    setId("chat-panel");
    getStyleClass().addAll("panel", "chat");
    list = new ListView<>(model.lines());
    list.setId("messages");
    list.getStyleClass().add("messages");
    list.setAccessibleText(Texts.of("chat.title"));
    list.setCellFactory(_ -> new MessageCell(model::openLink));
    list.setPlaceholder(placeholder());
    list.setFocusTraversable(false);
    list.addEventFilter(ScrollEvent.SCROLL, _ -> touched = true);
    list.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> touched = true);
    list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> touched = true);
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
    PanelHeader header = new PanelHeader("chat.title", "chat.close", "close-chat", model::toggle);
    getChildren().addAll(header, list, refusal, input);
  }

  private void listenToLayout(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(afterLayout);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(afterLayout);
    }
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
        following |= change.getAddedSubList().stream().anyMatch(ChatEntry::own);
        behind = true;
      }
    }
  }

  // Only after a layout does the list know how many lines it has; it is there when a later layout
  // has shown the newest.
  private void scroll() {
    if (list.getItems().isEmpty()
        || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
      return;
    }
    int newest = list.getItems().size() - 1;
    boolean there = isShown(flow, list.getItems().get(newest));
    if (touched) {
      touched = false;
      following = there;
    }
    if (following && behind) {
      behind = !there;
      flow.setPosition(1); // scrollTo would miss the last of lines that keep coming
    }
  }

  private static boolean isShown(VirtualFlow<?> flow, ChatEntry entry) {
    return flow.getLastVisibleCell() instanceof IndexedCell<?> last && entry.equals(last.getItem());
  }

  /// Where one can write at once.
  public void focusInput() {
    input.focus();
  }
}
