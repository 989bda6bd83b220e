package dev.confab.client.ui.call;

import dev.confab.client.call.Call;
import dev.confab.client.call.ConfabLink;
import dev.confab.client.call.Phase;
import dev.confab.client.call.Phase.InCall;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.ui.ControlFace;
import dev.confab.client.ui.ControlFace.Look;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.client.ui.Texts;
import dev.confab.client.ui.chat.ChatViewModel;
import dev.confab.client.ui.members.MembersViewModel;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomPassword;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A call as its screen shows it.
public final class CallViewModel {
  private final Call call;
  private final OwnMediaModel own;
  private final ChatViewModel chat;
  private final StageModel stage;
  private final HandModel hand;
  private final MembersViewModel members;
  private final Consumer<String> clipboard;
  private final ReadOnlyObjectWrapper<@Nullable DisplayName> ownName =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper room = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper link = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper linkWithPassword = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper serverNotice = new ReadOnlyStringWrapper("");
  private final BooleanProperty fullScreen = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<ControlFace> fullScreenFace =
      new ReadOnlyObjectWrapper<>(fullScreenFace(false));
  private final ControlFace nextCameraFace =
      ControlFace.of(Feather.REPEAT, "next-camera", Look.PLAIN);
  private final ControlFace hangUpFace = ControlFace.of(Feather.PHONE_OFF, "hang-up", Look.PLAIN);

  /// `clipboard` takes the link that is to be sent to others.
  public CallViewModel(
      Call call,
      OwnMediaModel own,
      ChatViewModel chat,
      SettingsStore settings,
      Consumer<String> clipboard) {
    this.call = call;
    this.own = own;
    this.chat = chat;
    this.clipboard = clipboard;
    stage = new StageModel(call, settings);
    hand = new HandModel(call);
    members = new MembersViewModel(call, own, stage.pinnedProperty(), stage::togglePin);
    chat.openProperty().subscribe(this::giveWayToChat);
    members.openProperty().subscribe(this::giveWayToMembers);
    fullScreen.subscribe(full -> fullScreenFace.set(fullScreenFace(full)));
  }

  /// A new call: no panel is open.
  public void begin() {
    members.close();
  }

  public void show(InCall phase) {
    room.set(phase.room().value());
    ConfabLink plain = ConfabLink.to(phase.request().server(), phase.room());
    RoomPassword known = phase.entry().password() ? phase.entry().known() : null;
    link.set(plain.shareText());
    linkWithPassword.set(known == null ? "" : plain.withPassword(known).shareText());
    ownName.set(phase.request().name());
    stage.show(phase);
    hand.show(phase.hand());
    members.show(phase);
    serverNotice.set(serverNotice(phase.serverLink()));
  }

  void closePanel() {
    members.close();
    if (chat.openProperty().get()) {
      chat.toggle();
    }
  }

  // The two stand in one place.
  private void giveWayToChat(boolean open) {
    if (open) {
      members.close();
    }
  }

  private void giveWayToMembers(boolean open) {
    if (open && chat.openProperty().get()) {
      chat.toggle();
    }
  }

  private static String serverNotice(Phase.ServerLink serverLink) {
    return switch (serverLink) {
      case UP -> "";
      case RECONNECTING -> Texts.of("call.server.lost");
      case AT_DOOR -> Texts.of("call.server.at-door");
      case STOPPING -> Texts.of("call.server.stopping");
    };
  }

  private static ControlFace fullScreenFace(boolean full) {
    return full
        ? ControlFace.of(Feather.MINIMIZE_2, "full-screen.on", Look.OPEN)
        : ControlFace.of(Feather.MAXIMIZE_2, "full-screen.off", Look.PLAIN);
  }

  void run(Shortcut shortcut) {
    switch (shortcut) {
      case MICROPHONE -> own.toggleMicrophone();
      case CAMERA -> own.toggleCamera();
      case NEXT_CAMERA -> own.nextCamera();
      case HAND -> hand.toggle();
      case CHAT -> chat.toggle();
      case PEOPLE -> members.toggle();
      case LAYOUT -> stage.nextLayout();
      case FULL_SCREEN -> fullScreen.set(!fullScreen.get());
      case HANG_UP -> call.leave();
    }
  }

  public void copyLink() {
    clipboard.accept(link.get());
  }

  public void copyLinkWithPassword() {
    clipboard.accept(linkWithPassword.get());
  }

  public OwnMediaModel own() {
    return own;
  }

  public ChatViewModel chat() {
    return chat;
  }

  public StageModel stage() {
    return stage;
  }

  public HandModel hand() {
    return hand;
  }

  public MembersViewModel members() {
    return members;
  }

  public ReadOnlyObjectProperty<@Nullable DisplayName> ownNameProperty() {
    return ownName.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty roomProperty() {
    return room.getReadOnlyProperty();
  }

  /// The link that brings others here.
  public ReadOnlyStringProperty linkProperty() {
    return link.getReadOnlyProperty();
  }

  /// The same with the room's password; empty: there is none, or this person does not know it.
  public ReadOnlyStringProperty linkWithPasswordProperty() {
    return linkWithPassword.getReadOnlyProperty();
  }

  /// What is wrong with the server; empty: nothing.
  public ReadOnlyStringProperty serverNoticeProperty() {
    return serverNotice.getReadOnlyProperty();
  }

  public BooleanProperty fullScreenProperty() {
    return fullScreen;
  }

  ReadOnlyObjectProperty<ControlFace> fullScreenFaceProperty() {
    return fullScreenFace.getReadOnlyProperty();
  }

  ControlFace nextCameraFace() {
    return nextCameraFace;
  }

  ControlFace hangUpFace() {
    return hangUpFace;
  }
}
