package dev.confab.client.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A field for a password: dots, or what was typed, as the eye in it says. The field with the dots
/// has the given id, the other one `ID-shown`, and the eye `ID-eye`.
public final class PasswordBox extends StackPane {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final PasswordField dots = new PasswordField();
  private final TextField plain = new TextField();
  private final Button eye = new Button();
  private final BooleanProperty shown = new SimpleBooleanProperty();

  public PasswordBox(String id, String label, StringProperty text) {
    getStyleClass().add("password-box");
    for (TextField field : new TextField[] {dots, plain}) {
      field.setAccessibleText(label);
      field.textProperty().bindBidirectional(text);
      field.managedProperty().bind(field.visibleProperty());
    }
    dots.setId(id);
    plain.setId(id + "-shown");
    dots.visibleProperty().bind(shown.not());
    plain.visibleProperty().bind(shown);
    eye.setId(id + "-eye");
    eye.getStyleClass().add("quiet-icon");
    eye.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    eye.setOnAction(_ -> toggle());
    StackPane.setAlignment(eye, Pos.CENTER_RIGHT);
    getChildren().addAll(dots, plain, eye);
    shown.subscribe(this::showEye);
  }

  private void showEye(boolean open) {
    String words = Texts.of(open ? "password.hide" : "password.show");
    eye.setGraphic(new FontIcon(open ? Feather.EYE_OFF : Feather.EYE));
    eye.setAccessibleText(words);
    eye.setTooltip(new Tooltip(words));
  }

  private void toggle() {
    shown.set(!shown.get());
    field().requestFocus();
    field().end();
  }

  public void setDanger(boolean danger, String why) {
    for (TextField field : new TextField[] {dots, plain}) {
      field.pseudoClassStateChanged(DANGER, danger);
      field.setAccessibleHelp(why);
    }
  }

  /// Nobody looks over the shoulder by accident: it is dots again.
  public void hide() {
    shown.set(false);
  }

  /// The one of the two that is there.
  public TextField field() {
    return shown.get() ? plain : dots;
  }
}
