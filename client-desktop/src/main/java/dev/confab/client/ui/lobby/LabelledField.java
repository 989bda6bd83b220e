package dev.confab.client.ui.lobby;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;

/// A text field under its name, with a line below for what is wrong with it.
final class LabelledField extends VBox {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final TextField field;
  private final Label error = note("field-error");

  LabelledField(String id, String label, String prompt, StringProperty text, LinkReader links) {
    field = new PasteField(links);
    getStyleClass().add("field");
    Label caption = new Label(label);
    caption.getStyleClass().add("field-label");
    caption.setLabelFor(field);
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(label);
    field.textProperty().bindBidirectional(text);
    getChildren().addAll(caption, field, error);
  }

  LabelledField error(ObservableValue<String> text) {
    text.subscribe(
        value -> {
          show(error, value);
          field.pseudoClassStateChanged(DANGER, !value.isEmpty());
          field.setAccessibleHelp(value);
        });
    return this;
  }

  LabelledField hint(ObservableValue<String> text) {
    Label hint = note("field-hint");
    text.subscribe(value -> show(hint, value));
    getChildren().add(hint);
    return this;
  }

  LabelledField onLeave(Runnable action) {
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                action.run();
              }
            });
    return this;
  }

  TextField field() {
    return field;
  }

  static Label note(String styleClass) {
    Label note = new Label();
    note.getStyleClass().add(styleClass);
    note.setWrapText(true);
    show(note, "");
    return note;
  }

  static void show(Label note, String text) {
    note.setText(text);
    note.setManaged(!text.isEmpty());
    note.setVisible(!text.isEmpty());
  }

  /// Reads a pasted text as a link, if it is one.
  @FunctionalInterface
  interface LinkReader {
    boolean takeLink(String text);
  }

  private static final class PasteField extends TextField {
    private final LinkReader links;

    PasteField(LinkReader links) {
      this.links = links;
    }

    @Override
    public void paste() {
      String text = Clipboard.getSystemClipboard().getString();
      if (text == null || !links.takeLink(text)) {
        super.paste();
      }
    }
  }
}
