package dev.confab.client.ui.call;

import dev.confab.client.ui.ControlButton;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.client.ui.chat.ChatViewModel;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What one can do in a call, in a row below the stage.
final class ControlBar extends HBox {
  private static final int MOST_SHOWN = 99;

  private final ControlButton microphone;
  private final ControlButton chat;

  ControlBar(CallViewModel model) {
    setId("controls");
    getStyleClass().add("control-bar");
    OwnMediaModel own = model.own();
    microphone = button("microphone", model, Shortcut.MICROPHONE);
    chat = button("chat", model, Shortcut.CHAT);
    DeviceMenu soundMenu =
        new DeviceMenu("sound-menu", "control.sound-menu")
            .add("device.microphone", own.microphone())
            .add("device.speaker", own.speaker());
    DeviceMenu cameraMenu =
        new DeviceMenu("camera-menu", "control.camera-menu").add("device.camera", own.camera());
    ControlButton hangUp = button("hang-up", model, Shortcut.HANG_UP);
    getChildren()
        .addAll(
            group(microphone, soundMenu),
            group(button("camera", model, Shortcut.CAMERA), cameraMenu),
            button("next-camera", model, Shortcut.NEXT_CAMERA),
            badged(chat, model.chat()),
            button("full-screen", model, Shortcut.FULL_SCREEN),
            hangUp);
  }

  private static ControlButton button(String id, CallViewModel model, Shortcut shortcut) {
    var face =
        switch (shortcut) {
          case MICROPHONE -> model.own().microphoneFaceProperty();
          case CAMERA -> model.own().cameraFaceProperty();
          case NEXT_CAMERA -> new SimpleObjectProperty<>(model.nextCameraFace());
          case CHAT -> model.chat().faceProperty();
          case FULL_SCREEN -> model.fullScreenFaceProperty();
          case HANG_UP -> new SimpleObjectProperty<>(model.hangUpFace());
        };
    return new ControlButton(id, face, () -> model.run(shortcut));
  }

  private static HBox group(ControlButton button, DeviceMenu menu) {
    HBox group = new HBox(button, menu);
    group.getStyleClass().add("control-group");
    return group;
  }

  private static StackPane badged(ControlButton button, ChatViewModel chat) {
    Label badge = new Label();
    badge.setId("unread");
    badge.getStyleClass().add("badge");
    badge.setMouseTransparent(true);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    badge
        .textProperty()
        .bind(
            chat.unreadProperty()
                .map(count -> count.intValue() > MOST_SHOWN ? MOST_SHOWN + "+" : "" + count));
    badge.visibleProperty().bind(chat.unreadProperty().greaterThan(0));
    StackPane.setAlignment(badge, Pos.TOP_RIGHT);
    return new StackPane(button, badge);
  }

  ControlButton microphoneButton() {
    return microphone;
  }

  ControlButton chatButton() {
    return chat;
  }
}
