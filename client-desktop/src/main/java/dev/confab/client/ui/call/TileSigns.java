package dev.confab.client.ui.call;

import dev.confab.client.ui.Icon;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in a corner of a tile: a raised hand, whether they are heard, and the name, which is
/// cut where it is long and left out where there is no room for it.
final class TileSigns extends HBox {
  private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

  // Of a name, less than this says nothing.
  private static final double ROOM_FOR_NAME = 34;

  private final StackPane hand = new StackPane(Icon.Shape.HAND.node());
  private final FontIcon muted = new FontIcon(Feather.MIC_OFF);
  private final FontIcon mutedHere = new FontIcon(Feather.VOLUME_X);
  private final Label name = new Label();
  private final HBox chip = new HBox(muted, mutedHere, name);
  private boolean nameless;

  TileSigns() {
    getStyleClass().add("tile-signs");
    hand.getStyleClass().add("hand-badge");
    muted.getStyleClass().add("muted-sign");
    mutedHere.getStyleClass().add("muted-here-sign");
    chip.getStyleClass().add("name-chip");
    HBox.setHgrow(chip, Priority.ALWAYS);
    name.setMinWidth(0);
    getChildren().addAll(hand, chip);
    setMouseTransparent(true);
    show("", false, false, false);
  }

  void show(String newName, boolean isMuted, boolean isMutedHere, boolean handRaised) {
    name.setText(newName);
    show(muted, isMuted);
    show(mutedHere, isMutedHere);
    show(hand, handRaised);
    arrange();
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void arrange() {
    show(name, !nameless);
    show(chip, !nameless || muted.isVisible() || mutedHere.isVisible());
  }

  /// Takes its size: as much of this room as it needs, with as much as fits in it.
  void fit(double room, boolean small) {
    pseudoClassStateChanged(SMALL, small);
    nameless = false;
    arrange();
    applyCss();
    double names = name.prefWidth(-1);
    double rest = prefWidth(-1) - names;
    nameless = room - rest < Math.min(names, ROOM_FOR_NAME);
    arrange();
    double width = snapSizeX(prefWidth(-1));
    resize(Math.min(width, Math.max(0, room)), prefHeight(-1));
  }
}
