package dev.confab.client.ui.call;

import dev.confab.client.ui.ControlButton;
import dev.confab.client.ui.ControlFace;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.client.ui.chat.ChatViewModel;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What one can do in a call, in a row below the stage.
final class ControlBar extends HBox {
  private static final int MOST_SHOWN = 99;

  // Where it is narrower, the controls stand closer and two of them are left to keys and menus.
  private static final double ROOM_FOR_ALL = 640;
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final CallViewModel model;
  private final ControlButton microphone;
  private final ControlButton people;
  private final ControlButton chat;
  private final ControlButton nextCamera;
  private final ControlButton fullScreen;
  private final LayoutMenu layout;

  ControlBar(CallViewModel model) {
    this.model = model;
    setId("controls");
    getStyleClass().add("control-bar");
    OwnMediaModel own = model.own();
    microphone = button("microphone", own.microphoneFaceProperty(), Shortcut.MICROPHONE);
    people = button("people", model.members().faceProperty(), Shortcut.PEOPLE);
    chat = button("chat", model.chat().faceProperty(), Shortcut.CHAT);
    nextCamera = button("next-camera", constant(model.nextCameraFace()), Shortcut.NEXT_CAMERA);
    fullScreen = button("full-screen", model.fullScreenFaceProperty(), Shortcut.FULL_SCREEN);
    layout = new LayoutMenu(model);
    DeviceMenu soundMenu =
        new DeviceMenu("sound-menu", "control.sound-menu")
            .add("device.microphone", own.microphone())
            .add("device.speaker", own.speaker());
    DeviceMenu cameraMenu =
        new DeviceMenu("camera-menu", "control.camera-menu").add("device.camera", own.camera());
    getChildren()
        .addAll(
            group(microphone, soundMenu),
            group(button("camera", own.cameraFaceProperty(), Shortcut.CAMERA), cameraMenu),
            nextCamera,
            button("hand", model.hand().faceProperty(), Shortcut.HAND),
            badged(people, count(model)),
            badged(chat, unread(model.chat())),
            layout,
            fullScreen,
            button("hang-up", constant(model.hangUpFace()), Shortcut.HANG_UP));
    widthProperty().map(width -> width.doubleValue() < ROOM_FOR_ALL).subscribe(this::setNarrow);
  }

  private void setNarrow(boolean narrow) {
    pseudoClassStateChanged(NARROW, narrow);
    for (ControlButton spared : List.of(nextCamera, fullScreen)) {
      spared.setVisible(!narrow);
      spared.setManaged(!narrow);
    }
    layout.setWithFullScreen(narrow);
  }

  private ControlButton button(String id, ObservableValue<ControlFace> face, Shortcut shortcut) {
    return new ControlButton(id, face, () -> model.run(shortcut));
  }

  private static ObservableValue<ControlFace> constant(ControlFace face) {
    return new SimpleObjectProperty<>(face);
  }

  private static HBox group(ControlButton button, DeviceMenu menu) {
    HBox group = new HBox(button, menu);
    group.getStyleClass().add("control-group");
    return group;
  }

  private static StackPane badged(ControlButton button, Label badge) {
    badge.setMouseTransparent(true);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    StackPane.setAlignment(badge, Pos.TOP_RIGHT);
    return new StackPane(button, badge);
  }

  private static Label unread(ChatViewModel chat) {
    Label badge = badge("unread", "badge");
    badge
        .textProperty()
        .bind(
            chat.unreadProperty()
                .map(count -> count.intValue() > MOST_SHOWN ? MOST_SHOWN + "+" : "" + count));
    badge.visibleProperty().bind(chat.unreadProperty().greaterThan(0));
    return badge;
  }

  private static Label count(CallViewModel model) {
    Label badge = badge("people-count", "badge", "count");
    badge.textProperty().bind(model.members().countProperty().map(String::valueOf));
    return badge;
  }

  private static Label badge(String id, String... styles) {
    Label badge = new Label();
    badge.setId(id);
    badge.getStyleClass().addAll(styles);
    return badge;
  }

  ControlButton microphoneButton() {
    return microphone;
  }

  ControlButton peopleButton() {
    return people;
  }

  ControlButton chatButton() {
    return chat;
  }
}
