package dev.confab.client.ui.lobby;

import dev.confab.client.ui.PasswordBox;
import dev.confab.client.ui.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is shown at the room's door: the password, where it is asked for; else how a new room is to
/// be protected, which few need and is folded up.
final class DoorPane extends VBox {
  private final PasswordBox password;

  DoorPane(DoorModel model) {
    getStyleClass().add("door-pane");
    password = new PasswordBox("password", Texts.of("lobby.password"), model.passwordProperty());
    VBox asked =
        field(Texts.of("lobby.password"), password, model.errorProperty(), model.hintProperty());
    shown(asked, model.askedProperty());

    Label invited = new Label(Texts.of("lobby.invited"), new FontIcon(Feather.MAIL));
    invited.setId("invited");
    invited.getStyleClass().add("invited");
    invited.setWrapText(true);
    shown(invited, model.invitedProperty());

    VBox protect = protect(model);
    shown(protect, model.askedProperty().or(model.invitedProperty()).not());
    getChildren().addAll(invited, asked, protect);
    managedProperty().bind(visibleProperty());
    model.askedProperty().subscribe(password::hide);
  }

  private static VBox protect(DoorModel model) {
    ToggleButton more = new ToggleButton(Texts.of("lobby.protect"), new FontIcon());
    more.setId("protect");
    more.getStyleClass().add("disclosure");
    more.setContentDisplay(ContentDisplay.LEFT);
    more.selectedProperty().bindBidirectional(model.protectProperty());
    FontIcon arrow = (FontIcon) more.getGraphic();
    model
        .protectProperty()
        .subscribe(
            open -> {
              arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
              more.setAccessibleText(
                  Texts.of(open ? "lobby.protect.open" : "lobby.protect.closed"));
            });

    String label = Texts.of("lobby.protect.password");
    VBox password =
        field(
            label,
            new PasswordBox("new-password", label, model.newPasswordProperty()),
            model.newPasswordErrorProperty(),
            new SimpleStringProperty(""));
    CheckBox knock = new CheckBox(Texts.of("lobby.protect.knock"));
    knock.setId("knock");
    knock.setWrapText(true);
    knock.selectedProperty().bindBidirectional(model.knockProperty());
    Label hint = LabelledField.note("field-hint");
    LabelledField.show(hint, Texts.of("lobby.protect.hint"));
    VBox fields = new VBox(password, knock, hint);
    fields.getStyleClass().add("protect-fields");
    fields.managedProperty().bind(fields.visibleProperty());
    fields.visibleProperty().bind(model.protectProperty());
    VBox all = new VBox(more, fields);
    all.getStyleClass().add("protect-pane");
    return all;
  }

  private static VBox field(
      String label, PasswordBox box, ObservableValue<String> error, ObservableValue<String> hint) {
    Label caption = new Label(label);
    caption.getStyleClass().add("field-label");
    caption.setLabelFor(box.field());
    Label errorNote = LabelledField.note("field-error");
    errorNote.setId(box.field().getId() + "-error");
    error.subscribe(
        text -> {
          LabelledField.show(errorNote, text);
          box.setDanger(!text.isEmpty(), text);
        });
    VBox field = new VBox(caption, box, errorNote);
    field.getStyleClass().add("field");
    Label hintNote = LabelledField.note("field-hint");
    hint.subscribe(text -> LabelledField.show(hintNote, text));
    field.getChildren().add(hintNote);
    return field;
  }

  private static void shown(Node node, ObservableValue<Boolean> when) {
    node.managedProperty().bind(node.visibleProperty());
    node.visibleProperty().bind(when);
  }

  /// Whether the password is asked for and not there.
  boolean isMissing(DoorModel model) {
    return model.askedProperty().get()
        && (password.field().getText().isEmpty() || !model.errorProperty().get().isEmpty());
  }

  void focusPassword() {
    password.field().requestFocus();
    password.field().selectAll();
  }
}
