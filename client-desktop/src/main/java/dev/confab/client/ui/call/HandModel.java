package dev.confab.client.ui.call;

import dev.confab.client.call.Call;
import dev.confab.client.ui.ControlFace;
import dev.confab.client.ui.ControlFace.Look;
import dev.confab.client.ui.Icon;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One's own hand: up, to ask for the word, or down.
public final class HandModel {
  private final Call call;
  private final ReadOnlyBooleanWrapper raised = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<ControlFace> face = new ReadOnlyObjectWrapper<>(face(false));

  HandModel(Call call) {
    this.call = call;
    raised.subscribe(up -> face.set(face(up)));
  }

  private static ControlFace face(boolean up) {
    return up
        ? ControlFace.of(Icon.Shape.HAND, "hand.up", Look.OPEN)
        : ControlFace.of(Icon.Shape.HAND, "hand.down", Look.PLAIN);
  }

  void show(boolean up) {
    raised.set(up);
  }

  void toggle() {
    call.raiseHand(!raised.get());
  }

  public ReadOnlyBooleanProperty raisedProperty() {
    return raised.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ControlFace> faceProperty() {
    return face.getReadOnlyProperty();
  }
}
