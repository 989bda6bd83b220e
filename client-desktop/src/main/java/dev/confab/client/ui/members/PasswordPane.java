package dev.confab.client.ui.members;

import dev.confab.client.call.RoomEntry;
import dev.confab.client.ui.PasswordBox;
import dev.confab.client.ui.RoomModel;
import dev.confab.client.ui.Texts;
import dev.confab.protocol.EntryWay;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Whether the room has a password, and for its owners the way to another or to none.
final class PasswordPane extends VBox {
  private final RoomModel model;
  private final Consumer<Node> reveal;
  private final StringProperty text = new SimpleStringProperty("");
  private final PasswordBox box =
      new PasswordBox("room-password", Texts.of("room.password.new"), text);
  private final Label state = new Label(null, new FontIcon(Feather.KEY));
  private final Button change = new Button();
  private final Button remove = new Button(Texts.of("room.password.remove"));
  private final Label error = new Label();
  private final VBox editor;
  private final HBox line;

  /// `reveal` brings what has been opened into sight.
  PasswordPane(RoomModel model, Consumer<Node> reveal) {
    this.model = model;
    this.reveal = reveal;
    getStyleClass().add("password-pane");
    state.setId("password-state");
    state.setMinWidth(0);
    state.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(state, Priority.ALWAYS);
    button(change, "change-password", this::open);
    button(remove, "remove-password", this::removePassword);
    remove.managedProperty().bind(remove.visibleProperty());
    line = new HBox(state, change, remove);
    line.getStyleClass().add("password-line");
    editor = editor();
    hide(editor);
    getChildren().addAll(line, editor);
    model.entryProperty().subscribe(this::show);
  }

  private VBox editor() {
    Button save = new Button(Texts.of("room.password.save"));
    button(save, "save-password", this::save);
    save.getStyleClass().add("accent");
    Button cancel = new Button(Texts.of("room.password.cancel"));
    button(cancel, "keep-password", this::close);
    error.setId("room-password-error");
    error.getStyleClass().add("field-error");
    error.setWrapText(true);
    hide(error);
    HBox buttons = new HBox(cancel, save);
    buttons.getStyleClass().add("editor-buttons");
    VBox all = new VBox(box, error, buttons);
    all.getStyleClass().add("password-editor");
    all.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    text.subscribe(() -> showError(""));
    return all;
  }

  private static void button(Button button, String id, Runnable action) {
    button.setId(id);
    button.getStyleClass().add("small-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && box.field().isFocused()) {
      event.consume();
      save();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      close();
    }
  }

  private void show(RoomEntry entry) {
    state.setText(Texts.of(entry.password() ? "room.password.some" : "room.password.none"));
    change.setText(Texts.of(entry.password() ? "room.password.change" : "room.password.set"));
    remove.setVisible(entry.password() && entry.ways().contains(EntryWay.OPEN));
    boolean possible = entry.password() || entry.ways().contains(EntryWay.PASSWORD);
    setVisible(possible);
    setManaged(possible);
    if (!entry.own()) {
      hide(editor);
      text.set("");
      line.setDisable(false);
    }
  }

  private void open() {
    text.set("");
    box.hide();
    editor.setVisible(true);
    editor.setManaged(true);
    line.setDisable(true);
    box.field().requestFocus();
    reveal.accept(editor);
  }

  private void save() {
    String problem = model.setPassword(text.get());
    showError(problem);
    if (problem.isEmpty()) {
      close();
    }
  }

  private void removePassword() {
    model.removePassword();
    change.requestFocus(); // the other one goes
  }

  private void close() {
    hide(editor);
    text.set("");
    line.setDisable(false);
    change.requestFocus();
  }

  private void showError(String problem) {
    error.setText(problem);
    error.setVisible(!problem.isEmpty());
    error.setManaged(!problem.isEmpty());
    box.setDanger(!problem.isEmpty(), problem);
  }

  private static void hide(Node node) {
    node.setVisible(false);
    node.setManaged(false);
  }
}
