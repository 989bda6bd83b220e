package dev.confab.client.ui;

import dev.confab.client.call.Call;
import dev.confab.client.call.Knocker;
import dev.confab.client.call.Phase.InCall;
import dev.confab.client.call.Phase.ServerLink;
import dev.confab.client.call.RoomEntry;
import dev.confab.protocol.Door;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomPassword;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// How the room of the call is entered, and what its owners can do about it.
public final class RoomModel {
  private final Call call;
  private final ReadOnlyObjectWrapper<RoomEntry> entry =
      new ReadOnlyObjectWrapper<>(RoomEntry.OPEN);
  private final ReadOnlyBooleanWrapper reachable = new ReadOnlyBooleanWrapper();

  public RoomModel(Call call) {
    this.call = call;
  }

  public void show(InCall phase) {
    reachable.set(phase.serverLink() == ServerLink.UP || phase.serverLink() == ServerLink.STOPPING);
    entry.set(phase.entry());
  }

  public void chooseDoor(Door door) {
    call.setDoor(door);
  }

  /// Why it cannot be one, in words; empty: it is on its way.
  public String setPassword(String text) {
    if (text.isEmpty()) {
      return Texts.of("room.password.empty");
    }
    try {
      call.setPassword(RoomPassword.parse(text));
      return "";
    } catch (InvalidValueException e) {
      return Texts.of("password.bad");
    }
  }

  public void removePassword() {
    call.setPassword(null);
  }

  public void answer(Knocker knocker, boolean admitted) {
    call.answerKnock(knocker.id(), admitted);
  }

  public void remove(PeerId peer, boolean lock) {
    call.remove(peer, lock);
  }

  public void handOver(PeerId peer) {
    call.handOver(peer);
  }

  public void dismissRefusal() {
    call.dismissFailure();
  }

  /// The doors that there can be here.
  public static List<Door> doors(RoomEntry entry) {
    return entry.ways().contains(EntryWay.KNOCKING) || entry.door() == Door.KNOCK
        ? List.of(Door.OPEN, Door.KNOCK, Door.LOCKED)
        : List.of(Door.OPEN, Door.LOCKED);
  }

  /// The key of the words for a door: `room.door.KEY`.
  public static String key(Door door) {
    return door.name().toLowerCase(Locale.ROOT);
  }

  public ReadOnlyObjectProperty<RoomEntry> entryProperty() {
    return entry.getReadOnlyProperty();
  }

  /// Whether the server can be asked for anything just now.
  public ReadOnlyBooleanProperty reachableProperty() {
    return reachable.getReadOnlyProperty();
  }

  /// Who waits at the door; empty for all but owners.
  public ObservableValue<List<Knocker>> knocksProperty() {
    return entry.map(RoomEntry::knocks);
  }

  /// Why the last wish of an owner was refused; null: it was not.
  public ObservableValue<@Nullable Advice> refusalProperty() {
    return entry.map(now -> now.refusal() == null ? null : Advice.of(now.refusal()));
  }
}
