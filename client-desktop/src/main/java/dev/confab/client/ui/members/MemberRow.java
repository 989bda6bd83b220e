package dev.confab.client.ui.members;

import dev.confab.client.ui.Avatar;
import dev.confab.client.ui.ControlButton;
import dev.confab.client.ui.ControlFace;
import dev.confab.client.ui.ControlFace.Look;
import dev.confab.client.ui.Icon;
import dev.confab.client.ui.Texts;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One member: their name, their state in signs and words, and what one can do for oneself about
/// them. The same row as long as they are here.
final class MemberRow extends HBox {
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

  private final Avatar avatar = Avatar.small();
  private final Label name = new Label();
  private final Tooltip wholeName = new Tooltip();
  private final Label connection = new Label();
  private final StackPane microphone = sign("member-microphone");
  private final StackPane camera = sign("member-camera");
  private final StackPane hand = sign("member-hand");
  private final ReadOnlyObjectWrapper<ControlFace> muteFace;
  private final ReadOnlyObjectWrapper<ControlFace> pinFace;
  private MemberState state;

  MemberRow(MembersViewModel model, MemberState first) {
    state = first;
    muteFace = new ReadOnlyObjectWrapper<>(muteFace(first));
    pinFace = new ReadOnlyObjectWrapper<>(pinFace(first));
    getStyleClass().add("member");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    name.getStyleClass().add("member-name");
    name.setTooltip(wholeName);
    connection.getStyleClass().add("member-connection");
    hand.getChildren().setAll(Icon.Shape.HAND.node());
    HBox signs = new HBox(microphone, camera, hand, connection);
    signs.getStyleClass().add("member-signs");
    VBox words = new VBox(name, signs);
    words.getStyleClass().add("member-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(avatar, words);
    if (first.peer() != null) {
      getChildren()
          .addAll(
              action("member-mute", muteFace, () -> model.toggleMute(state)),
              action("member-pin", pinFace, () -> model.togglePin(state)));
    }
    show(first);
  }

  private static StackPane sign(String styleClass) {
    StackPane sign = new StackPane();
    sign.getStyleClass().addAll("member-sign", styleClass);
    sign.managedProperty().bind(sign.visibleProperty());
    return sign;
  }

  private static ControlButton action(
      String styleClass, ReadOnlyObjectWrapper<ControlFace> face, Runnable action) {
    ControlButton button = new ControlButton("", face, action);
    button.getStyleClass().addAll("member-action", styleClass);
    return button;
  }

  void show(MemberState newState) {
    state = newState;
    avatar.show(state.name());
    name.setText(state.name().value());
    wholeName.setText(state.name().value());
    connection.setText(state.connection());
    show(microphone, state.microphone(), Feather.MIC, Feather.MIC_OFF);
    show(camera, state.camera(), Feather.VIDEO, Feather.VIDEO_OFF);
    hand.setVisible(state.hand());
    muteFace.set(muteFace(state));
    pinFace.set(pinFace(state));
    setAccessibleText(state.spoken());
  }

  private static void show(StackPane sign, boolean on, Feather yes, Feather no) {
    Node icon = new Icon.Glyph(on ? yes : no).node();
    sign.getChildren().setAll(icon);
    sign.pseudoClassStateChanged(OFF, !on);
  }

  private static ControlFace muteFace(MemberState state) {
    boolean off = state.mutedHere();
    return new ControlFace(
        new Icon.Glyph(off ? Feather.VOLUME_X : Feather.VOLUME_2),
        Texts.of(off ? "members.unmute" : "members.mute", state.name()),
        Texts.of(off ? "members.muted.state" : "members.heard.state", state.name()),
        off ? Look.OFF : Look.PLAIN);
  }

  private static ControlFace pinFace(MemberState state) {
    boolean pinned = state.pinned();
    return new ControlFace(
        Icon.Shape.PIN,
        Texts.of(pinned ? "tile.unpin" : "tile.pin", state.name()),
        Texts.of(pinned ? "members.pinned.state" : "members.unpinned.state", state.name()),
        pinned ? Look.OPEN : Look.PLAIN);
  }
}
