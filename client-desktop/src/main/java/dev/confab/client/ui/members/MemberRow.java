package dev.confab.client.ui.members;

import dev.confab.client.ui.Avatar;
import dev.confab.client.ui.ControlButton;
import dev.confab.client.ui.ControlFace;
import dev.confab.client.ui.ControlFace.Look;
import dev.confab.client.ui.Icon;
import dev.confab.client.ui.RoomModel;
import dev.confab.client.ui.Texts;
import dev.confab.protocol.PeerId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One member: their name, their state in signs and words, and what one can do for oneself about
/// them. The same row as long as they are here.
final class MemberRow extends VBox {
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
  private final Label owner = new Label(Texts.of("members.owner"));
  private final MenuButton menu = new MenuButton(null, new FontIcon(Feather.MORE_VERTICAL));
  private final RoomModel room;
  private final Consumer<Node> reveal;
  private MemberState state;

  /// `reveal` brings what has been added below into sight.
  MemberRow(MembersViewModel model, MemberState first, Consumer<Node> reveal) {
    state = first;
    room = model.room();
    this.reveal = reveal;
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
    name.setMinWidth(0);
    owner.getStyleClass().add("owner-badge");
    owner.setMinWidth(USE_PREF_SIZE);
    owner.managedProperty().bind(owner.visibleProperty());
    signs.getChildren().add(signs.getChildren().indexOf(connection), owner);
    VBox words = new VBox(name, signs);
    words.getStyleClass().add("member-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(avatar, words);
    line.getStyleClass().add("member-line");
    if (first.peer() != null) {
      line.getChildren()
          .addAll(
              action("member-mute", muteFace, () -> model.toggleMute(state)),
              action("member-pin", pinFace, () -> model.togglePin(state)),
              menu);
    }
    getChildren().add(line);
    prepareMenu();
    show(first);
  }

  private void prepareMenu() {
    menu.getStyleClass().addAll("control", "member-action", "member-menu");
    menu.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    menu.managedProperty().bind(menu.visibleProperty());
    menu.disableProperty().bind(room.reachableProperty().not());
    menu.setOnShowing(_ -> fillMenu());
    fillMenu();
  }

  private void fillMenu() {
    MenuItem handOver = new MenuItem(Texts.of("members.hand-over"));
    handOver.setId("hand-over");
    handOver.setOnAction(_ -> confirmHandingOver());
    MenuItem remove = new MenuItem(Texts.of("members.remove"));
    remove.setId("remove");
    remove.setOnAction(_ -> confirmRemoval());
    menu.getItems().setAll(state.owner() ? List.of(remove) : List.of(handOver, remove));
  }

  private void confirmHandingOver() {
    if (state.peer() instanceof PeerId peer) {
      ask(Confirmation.ofHandingOver(state.name(), () -> room.handOver(peer), this::stopAsking));
    }
  }

  private void confirmRemoval() {
    if (state.peer() instanceof PeerId peer) {
      ask(Confirmation.ofRemoval(state.name(), lock -> room.remove(peer, lock), this::stopAsking));
    }
  }

  private void ask(Confirmation question) {
    stopAsking();
    getChildren().add(question);
    question.focusFirst();
    reveal.accept(question);
  }

  private void stopAsking() {
    if (getChildren().removeIf(Confirmation.class::isInstance)) {
      menu.requestFocus();
    }
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
    owner.setVisible(state.owner());
    // there is not room for both, and that they are connected is seen on their tile
    connection.setVisible(!state.owner() || !state.connected());
    String what = Texts.of("members.menu", state.name());
    menu.setVisible(state.ours() && state.peer() != null);
    menu.setAccessibleText(what);
    menu.setTooltip(new Tooltip(what));
    if (!state.ours()) {
      stopAsking();
    }
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
