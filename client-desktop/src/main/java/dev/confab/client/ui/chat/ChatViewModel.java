package dev.confab.client.ui.chat;

import dev.confab.client.call.Call;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.ui.ControlFace;
import dev.confab.client.ui.ControlFace.Look;
import dev.confab.client.ui.Texts;
import dev.confab.protocol.ChatMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.feather.Feather;

/// The chat of the present call: its lines, the draft of the next, and how many are unread.
public final class ChatViewModel {
  /// Of a longer talk the newest lines are kept.
  public static final int MAX_LINES = 1000;

  private static final int KIB = 1024;

  private final Call call;
  private final Consumer<URI> openLink;
  private final ObservableList<ChatEntry> lines = FXCollections.observableArrayList();

  // One for all: who listens to it does not keep it alive.
  private final ObservableList<ChatEntry> shownLines =
      FXCollections.unmodifiableObservableList(lines);
  private final StringProperty draft = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<ControlFace> face = new ReadOnlyObjectWrapper<>(face(0));

  public ChatViewModel(Call call, Consumer<URI> openLink) {
    this.call = call;
    this.openLink = openLink;
    draft.subscribe(() -> refusal.set(""));
    open.subscribe(_ -> face.set(face(unread.get())));
    unread.subscribe(count -> face.set(face(count.intValue())));
  }

  /// A new call: nothing written, nothing unread, closed.
  public void clear() {
    lines.clear();
    draft.set("");
    unread.set(0);
    open.set(false);
  }

  public void receive(ChatEntry entry) {
    int known = indexOf(entry.key());
    if (known >= 0) {
      lines.set(known, entry);
      return;
    }
    if (lines.size() == MAX_LINES) {
      lines.removeFirst();
    }
    lines.add(entry);
    if (!entry.own() && !open.get()) {
      unread.set(unread.get() + 1);
    }
  }

  // From the end: what changes is mostly young.
  private int indexOf(long key) {
    int index = lines.size() - 1;
    while (index >= 0 && lines.get(index).key() != key) {
      index--;
    }
    return index;
  }

  /// Sends the draft. One that is too long stays, with the reason.
  public void send() {
    String text = draft.get().strip();
    if (text.isEmpty()) {
      return;
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > ChatMessage.MAX_BYTES) {
      int kib = Math.ceilDiv(bytes, KIB);
      refusal.set(Texts.of("chat.too-long", Math.max(kib, limit() + 1), limit()));
      return;
    }
    call.sendChat(text);
    draft.set("");
  }

  private static int limit() {
    return ChatMessage.MAX_BYTES / KIB;
  }

  public void toggle() {
    open.set(!open.get());
    unread.set(0);
  }

  public void openLink(URI link) {
    openLink.accept(link);
  }

  private ControlFace face(int count) {
    if (open.get()) {
      return ControlFace.of(Feather.MESSAGE_SQUARE, "chat.open", Look.OPEN);
    }
    ControlFace closed = ControlFace.of(Feather.MESSAGE_SQUARE, "chat.closed", Look.PLAIN);
    return count == 0 ? closed : closed.withState(Texts.of("control.chat.unread", count));
  }

  public ObservableList<ChatEntry> lines() {
    return shownLines;
  }

  public StringProperty draftProperty() {
    return draft;
  }

  /// Why the draft was not sent; empty: no reason.
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public ReadOnlyIntegerProperty unreadProperty() {
    return unread.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ControlFace> faceProperty() {
    return face.getReadOnlyProperty();
  }
}
