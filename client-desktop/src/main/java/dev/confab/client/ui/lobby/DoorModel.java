package dev.confab.client.ui.lobby;

import dev.confab.client.call.Admission;
import dev.confab.client.call.CallFailure;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.ui.Texts;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is shown at a room's door, as the lobby has it: the password that a room has asked for or a
/// link has brought, an invitation, and how a new room is to be protected. A password and an
/// invitation are for one place alone, and forgotten when the fields name another.
public final class DoorModel {
  /// A room on a server.
  record Place(ServerAddress server, RoomId room) {}

  private final StringProperty password = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper asks = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper invited = new ReadOnlyBooleanWrapper();
  private final BooleanProperty protect = new SimpleBooleanProperty();
  private final StringProperty newPassword = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper newPasswordError = new ReadOnlyStringWrapper("");
  private final BooleanProperty knock = new SimpleBooleanProperty();
  private final Runnable changed;
  private @Nullable InvitationToken invitation;
  private @Nullable Place place;
  private boolean needed;

  /// `changed`: it may be possible to join now, or no longer.
  DoorModel(Runnable changed) {
    this.changed = changed;
    password.subscribe(this::edited);
    newPassword.subscribe(this::edited);
    protect.subscribe(this::edited);
  }

  private void edited() {
    error.set(isFit(password.get()) ? "" : Texts.of("password.bad"));
    newPasswordError.set(isFit(newPassword.get()) ? "" : Texts.of("password.bad"));
    changed.run();
  }

  /// The fields name this place now; null: none.
  void moveTo(@Nullable Place next) {
    if (place != null && !place.equals(next)) {
      place = null;
      needed = false;
      invitation = null;
      invited.set(false);
      asked.set(false);
      hint.set("");
      password.set("");
    }
  }

  /// What a link, or the command line, brought for this place.
  void take(Admission brought, Place there) {
    moveTo(null);
    if (brought.password() != null || brought.invitation() != null) {
      place = there;
      invitation = brought.invitation();
      invited.set(invitation != null);
      asked.set(brought.password() != null);
      password.set(brought.password() == null ? "" : brought.password().value());
    }
  }

  /// True: the failure is told here, where it can be mended, and the password is asked for.
  boolean takes(CallFailure failure, Place there) {
    switch (failure) {
      case CallFailure.PasswordNeeded f when f.room().equals(there.room()) ->
          ask(there, Texts.of("lobby.password.needed"), "");
      case CallFailure.WrongPassword f when f.room().equals(there.room()) ->
          ask(there, "", Texts.of("lobby.password.wrong"));
      case CallFailure.BadInvitation _ -> {
        invitation = null; // it will not get better
        invited.set(false);
        return false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void ask(Place there, String newHint, String newError) {
    moveTo(there);
    place = there;
    useNewPassword();
    asked.set(true);
    needed = newError.isEmpty();
    hint.set(newHint);
    error.set(newError);
    changed.run();
    asks.set(asks.get() + 1);
  }

  /// In: what protected the new room lets one in again.
  void entered(Place there) {
    if (!asked.get() && protect.get() && !newPassword.get().isEmpty()) {
      place = there;
      useNewPassword();
      asked.set(true);
    }
    needed = false;
    hint.set("");
  }

  private void useNewPassword() {
    if (!asked.get() && protect.get()) {
      password.set(newPassword.get());
      newPassword.set("");
      protect.set(false);
    }
  }

  Admission admission() {
    boolean makes = protect.get() && protectable();
    String text = asked.get() ? password.get() : makes ? newPassword.get() : "";
    return new Admission(read(text), invitation, makes && knock.get());
  }

  private boolean protectable() {
    return !asked.get() && !invited.get();
  }

  /// Why one cannot join yet; empty: not because of this.
  String notReady() {
    if (asked.get() && needed && password.get().isEmpty()) {
      return Texts.of("lobby.password.missing");
    }
    boolean fit = isFit(asked.get() ? password.get() : protect.get() ? newPassword.get() : "");
    return fit ? "" : Texts.of("lobby.password.check");
  }

  private static boolean isFit(String text) {
    return text.isEmpty() || read(text) != null;
  }

  private static @Nullable RoomPassword read(String text) {
    try {
      return RoomPassword.parse(text);
    } catch (InvalidValueException e) {
      return null;
    }
  }

  public StringProperty passwordProperty() {
    return password;
  }

  /// Whether the room's password is asked for.
  public ReadOnlyBooleanProperty askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /// Grows when it is asked for anew: time to put the cursor there.
  public ReadOnlyIntegerProperty asksProperty() {
    return asks.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// Whether one has an invitation to this room.
  public ReadOnlyBooleanProperty invitedProperty() {
    return invited.getReadOnlyProperty();
  }

  /// Whether a room that one is the first in is to be protected.
  public BooleanProperty protectProperty() {
    return protect;
  }

  public StringProperty newPasswordProperty() {
    return newPassword;
  }

  public ReadOnlyStringProperty newPasswordErrorProperty() {
    return newPasswordError.getReadOnlyProperty();
  }

  /// Whether people are to be let into it one by one.
  public BooleanProperty knockProperty() {
    return knock;
  }
}
