package dev.confab.client.ui;

import dev.confab.client.ui.ControlFace.Look;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A round button with an icon, which shows the [ControlFace] of its present state.
public final class ControlButton extends Button {
  private static final Duration TOOLTIP_DELAY = Duration.millis(400);

  private final Tooltip tooltip = new Tooltip();
  private @Nullable Icon icon;

  public ControlButton(String id, ObservableValue<ControlFace> face, Runnable action) {
    setId(id);
    getStyleClass().add("control");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    tooltip.setShowDelay(TOOLTIP_DELAY);
    setTooltip(tooltip);
    setOnAction(_ -> action.run());
    face.subscribe(this::show);
  }

  private void show(ControlFace face) {
    if (!face.icon().equals(icon)) {
      icon = face.icon();
      setGraphic(icon.node());
    }
    tooltip.setText(face.tooltip());
    setAccessibleText(face.accessibleText());
    for (Look look : Look.values()) {
      pseudoClassStateChanged(pseudoClass(look), look == face.look());
    }
  }

  private static PseudoClass pseudoClass(Look look) {
    return switch (look) {
      case PLAIN -> PseudoClass.getPseudoClass("plain");
      case OFF -> PseudoClass.getPseudoClass("off");
      case TROUBLE -> PseudoClass.getPseudoClass("trouble");
      case OPEN -> PseudoClass.getPseudoClass("open");
    };
  }
}
