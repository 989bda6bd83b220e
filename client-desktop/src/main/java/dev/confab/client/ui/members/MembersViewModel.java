package dev.confab.client.ui.members;

import dev.confab.client.call.Call;
import dev.confab.client.call.Phase.InCall;
import dev.confab.client.call.RoomEntry;
import dev.confab.client.ui.ControlFace;
import dev.confab.client.ui.ControlFace.Look;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.client.ui.RoomModel;
import dev.confab.client.ui.Texts;
import dev.confab.protocol.PeerId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Everyone in the call, oneself first, and whether their list is open.
public final class MembersViewModel {
  private final Call call;
  private final RoomModel room;
  private final OwnMediaModel own;
  private final ObservableValue<@Nullable PeerId> pinned;
  private final Consumer<PeerId> togglePin;
  private final ReadOnlyObjectWrapper<List<MemberState>> members =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<ControlFace> face;
  private @Nullable InCall phase;

  /// `pinned` is who is drawn large by this person's wish; `togglePin` wishes it, or no more.
  public MembersViewModel(
      Call call,
      OwnMediaModel own,
      ObservableValue<@Nullable PeerId> pinned,
      Consumer<PeerId> togglePin) {
    this.call = call;
    room = new RoomModel(call);
    face = new ReadOnlyObjectWrapper<>(face());
    this.own = own;
    this.pinned = pinned;
    this.togglePin = togglePin;
    pinned.subscribe(_ -> list());
    members.subscribe(_ -> face.set(face()));
    room.knocksProperty().subscribe(_ -> face.set(face()));
    open.subscribe(_ -> face.set(face()));
  }

  /// After the devices ([OwnMediaModel#show]), which are oneself's state here.
  public void show(InCall newPhase) {
    phase = newPhase;
    room.show(newPhase);
    list();
  }

  private void list() {
    if (phase == null) {
      return;
    }
    RoomEntry entry = phase.entry();
    List<MemberState> all = new ArrayList<>();
    all.add(oneself(phase));
    phase.others().stream()
        .map(peer -> MemberState.of(peer, peer.peer().equals(pinned.getValue()), entry))
        .forEach(all::add);
    members.set(List.copyOf(all));
  }

  private MemberState oneself(InCall now) {
    return new MemberState(
        null,
        now.request().name(),
        !own.microphoneMutedProperty().get(),
        own.previewProperty().get() != null,
        now.hand(),
        false,
        false,
        now.entry().own(),
        false,
        Texts.of("members.you"));
  }

  private ControlFace face() {
    boolean isOpen = open.get();
    ControlFace plain =
        ControlFace.of(
            Feather.USERS,
            isOpen ? "people.open" : "people.closed",
            isOpen ? Look.OPEN : Look.PLAIN);
    int waiting = room.knocksProperty().getValue().size();
    String knocks = waiting == 0 ? "" : ", " + Texts.of("knock.title", waiting);
    return plain.withState(
        plain.accessibleText() + ", " + Texts.of("members.count", count()) + knocks);
  }

  private int count() {
    return Math.max(1, members.get().size());
  }

  public void toggle() {
    open.set(!open.get());
  }

  public void close() {
    open.set(false);
  }

  void toggleMute(MemberState member) {
    if (member.peer() != null) {
      call.mutePeer(member.peer(), !member.mutedHere());
    }
  }

  void togglePin(MemberState member) {
    if (member.peer() != null) {
      togglePin.accept(member.peer());
    }
  }

  public RoomModel room() {
    return room;
  }

  ReadOnlyObjectProperty<List<MemberState>> membersProperty() {
    return members.getReadOnlyProperty();
  }

  /// How many are in the room, oneself among them.
  public ObservableValue<Integer> countProperty() {
    return members.map(_ -> count());
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ControlFace> faceProperty() {
    return face.getReadOnlyProperty();
  }
}
