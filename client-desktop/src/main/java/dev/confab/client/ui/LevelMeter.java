package dev.confab.client.ui;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A row of lights: the louder the microphone, the more of them are lit.
public final class LevelMeter extends HBox {
  private static final int LIGHTS = 24;

  // What is quieter than this lights none. (dB below full scale)
  private static final double QUIETEST = -54;
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  public LevelMeter(ObservableValue<Number> level) {
    getStyleClass().add("level-meter");
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    setAccessibleText(Texts.of("lobby.level"));
    for (int i = 0; i < LIGHTS; i++) {
      Region light = new Region();
      light.getStyleClass().add("level-light");
      HBox.setHgrow(light, Priority.ALWAYS);
      getChildren().add(light);
    }
    level.subscribe(value -> show(value.doubleValue()));
  }

  private void show(double level) {
    int lit = lights(level);
    for (int i = 0; i < LIGHTS; i++) {
      getChildren().get(i).pseudoClassStateChanged(LIT, i < lit);
    }
  }

  // As the ear hears it: steps of decibels, not of amplitude.
  static int lights(double level) {
    if (level <= 0) {
      return 0;
    }
    double decibels = 20 * Math.log10(Math.min(level, 1));
    return (int) Math.round(Math.max(0, 1 - decibels / QUIETEST) * LIGHTS);
  }
}
