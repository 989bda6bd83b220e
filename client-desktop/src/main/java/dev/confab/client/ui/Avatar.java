package dev.confab.client.ui;

import dev.confab.protocol.DisplayName;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The initials of someone in a coloured circle, as large as its place allows.
public final class Avatar extends Region {
  private static final double SHARE_OF_PLACE = 0.42;
  private static final double LARGEST = 168;
  private static final double LETTERS_SHARE = 0.38;

  private final Text letters = new Text();
  private final StackPane circle = new StackPane(letters);
  private @Nullable PseudoClass colour;

  private final double share;

  public Avatar() {
    this(SHARE_OF_PLACE);
  }

  private Avatar(double share) {
    this.share = share;
    getStyleClass().add("avatar");
    circle.getStyleClass().add("avatar-circle");
    circle.setAlignment(Pos.CENTER);
    letters.getStyleClass().add("avatar-letters");
    getChildren().add(circle);
    setMouseTransparent(true);
  }

  /// One that fills its place, whose size the style sheet says.
  public static Avatar small() {
    Avatar avatar = new Avatar(1);
    avatar.getStyleClass().add("small-avatar");
    return avatar;
  }

  public void show(DisplayName name) {
    Initials initials = Initials.of(name);
    letters.setText(initials.letters());
    if (colour != null) {
      circle.pseudoClassStateChanged(colour, false);
    }
    PseudoClass newColour = PseudoClass.getPseudoClass("colour-" + initials.colour());
    circle.pseudoClassStateChanged(newColour, true);
    colour = newColour;
  }

  /// How wide and high the circle is at the present size.
  public double diameter() {
    return Math.min(LARGEST, Math.min(getWidth(), getHeight()) * share);
  }

  @Override
  protected void layoutChildren() {
    double size = snapSizeX(diameter());
    letters.setFont(
        Font.font(letters.getFont().getFamily(), FontWeight.SEMI_BOLD, size * LETTERS_SHARE));
    circle.resizeRelocate(
        snapPositionX((getWidth() - size) / 2),
        snapPositionY((getHeight() - size) / 2),
        size,
        size);
  }
}
