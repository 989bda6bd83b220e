package dev.confab.client.ui.chat;

import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.ChatEntry.Delivery;
import dev.confab.client.ui.Texts;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A message as a bubble: who, when, what; one's own at the right. As wide as the list and as high
/// as its text needs there.
final class MessageCell extends ListCell<ChatEntry> {
  private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  // The room that the style sheet leaves at both sides of a cell.
  private static final double SIDES = 24;

  private final Consumer<URI> openLink;
  private @Nullable ChatEntry shown;

  MessageCell(Consumer<URI> openLink) {
    this.openLink = openLink;
    getStyleClass().add("message-cell");
    setPrefWidth(0); // as wide as the list, however long a word is
  }

  @Override
  protected void updateItem(ChatEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    ChatEntry next = empty ? null : entry;
    if (!Objects.equals(next, shown)) {
      shown = next;
      setGraphic(next == null ? null : row(next));
      setContextMenu(next == null ? null : copyMenu(next));
      setAccessibleText(next == null ? null : spoken(next));
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  // The skin would ask the bubble for its height without telling it the width.
  @Override
  protected double computePrefHeight(double width) {
    if (!(getGraphic() instanceof Region row)) {
      return 0;
    }
    double room = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
    return snapSizeY(row.prefHeight(room) + snappedTopInset() + snappedBottomInset());
  }

  private Region row(ChatEntry entry) {
    Label author = new Label(entry.own() ? Texts.of("chat.you") : entry.author().value());
    author.getStyleClass().add("message-author");
    Label time = new Label(time(entry));
    time.getStyleClass().add("message-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(author, time);
    head.getStyleClass().add("message-head");
    if (entry.delivery() == Delivery.WAITING) {
      head.getChildren().add(clock());
    }
    VBox bubble = new VBox(head, new MessageText(entry.text(), openLink));
    bubble.getStyleClass().add("bubble");
    bubble.pseudoClassStateChanged(OWN, entry.own());
    Region rest = new Region();
    rest.getStyleClass().add("bubble-rest");
    HBox.setHgrow(rest, Priority.ALWAYS);
    HBox row = entry.own() ? new HBox(rest, bubble) : new HBox(bubble, rest);
    row.setMinWidth(0);
    row.maxWidthProperty().bind(widthProperty().subtract(SIDES));
    row.prefWidthProperty().bind(row.maxWidthProperty());
    return row;
  }

  private static Label clock() {
    Label clock = new Label(null, new FontIcon(Feather.CLOCK));
    clock.getStyleClass().add("message-waiting");
    clock.setMinWidth(Region.USE_PREF_SIZE);
    clock.setTooltip(new Tooltip(Texts.of("chat.waiting")));
    clock.setAccessibleText(Texts.of("chat.waiting"));
    return clock;
  }

  private static ContextMenu copyMenu(ChatEntry entry) {
    MenuItem copy = new MenuItem(Texts.of("chat.copy"), new FontIcon(Feather.COPY));
    copy.setOnAction(
        _ ->
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, entry.text())));
    return new ContextMenu(copy);
  }

  private static String spoken(ChatEntry entry) {
    String author = entry.own() ? Texts.of("chat.you") : entry.author().value();
    return author + ", " + time(entry) + ": " + entry.text();
  }

  private static String time(ChatEntry entry) {
    return TIME.format(entry.time().atZone(ZoneId.systemDefault()));
  }
}
