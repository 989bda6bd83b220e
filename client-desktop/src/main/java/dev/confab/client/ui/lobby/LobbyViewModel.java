package dev.confab.client.ui.lobby;

import dev.confab.client.call.Call;
import dev.confab.client.call.CallFailure;
import dev.confab.client.call.ConfabLink;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.Phase;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.WayBack;
import dev.confab.client.settings.Settings;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.ui.Advice;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.client.ui.Texts;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.RoomId;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The lobby's fields, what is wrong with them, and the way into a call.
public final class LobbyViewModel {
  private final Call call;
  private final OwnMediaModel own;
  private final SettingsStore settings;

  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty room = new SimpleStringProperty("");
  private final StringProperty server = new SimpleStringProperty("");
  private final BooleanProperty addressHidden = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper nameError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper roomError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper roomHint = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper serverError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notReady = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper joining = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private final DoorModel door = new DoorModel(this::check);
  private @Nullable CallFailure told;
  private final ReadOnlyObjectWrapper<@Nullable Advice> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable WayBack> wayBack = new ReadOnlyObjectWrapper<>();

  public LobbyViewModel(
      Call call, OwnMediaModel own, SettingsStore settings, LobbyDefaults defaults) {
    this.call = call;
    this.own = own;
    this.settings = settings;
    name.set(defaults.name());
    room.set(defaults.room());
    server.set(defaults.server());
    addressHidden.set(defaults.addressHidden());
    place().ifPresent(there -> door.take(defaults.admission(), there));
    tidy();
    name.subscribe(this::check);
    room.subscribe(this::check);
    server.subscribe(this::check);
    check();
  }

  /// The call that a crash ended can be gone back to.
  public void offer(WayBack left) {
    wayBack.set(left);
  }

  public void goBack() {
    if (wayBack.get() != null) {
      call.comeBack(wayBack.get());
    }
  }

  public void dismissOffer() {
    wayBack.set(null);
  }

  public void show(Phase phase) {
    if (!(phase instanceof Phase.Lobby)) {
      wayBack.set(null); // it is being gone, or another
    }
    joining.set(
        switch (phase) {
          case Phase.Joining(JoinRequest request) -> Texts.of("lobby.joining", request.room());
          case Phase.Waiting(JoinRequest request) -> Texts.of("lobby.waiting.joining");
          case Phase.Lobby _, Phase.InCall _ -> "";
        });
    waiting.set(phase instanceof Phase.Waiting(JoinRequest request) ? request.room().value() : "");
    if (phase instanceof Phase.InCall) {
      place().ifPresent(door::entered);
    }
    tell(phase instanceof Phase.Lobby lobby ? lobby.failure() : null);
  }

  /// Once: what was typed since is not to be undone.
  private void tell(@Nullable CallFailure newFailure) {
    if (!Objects.equals(newFailure, told)) {
      told = newFailure;
      boolean atTheDoor =
          newFailure != null && place().filter(it -> door.takes(newFailure, it)).isPresent();
      failure.set(newFailure == null || atTheDoor ? null : Advice.of(newFailure));
    }
  }

  /// If the text is a link to a room, fills the room and the server in from it.
  public boolean takeLink(String text) {
    try {
      fillIn(ConfabLink.parse(text));
      return true;
    } catch (InvalidValueException notALink) {
      return false;
    }
  }

  public void fillIn(ConfabLink link) {
    server.set(shortest(link.server()));
    room.set(link.room().value());
    place().ifPresent(there -> door.take(link.admission(), there));
  }

  /// When a field has been left: shows what was made of it.
  public void tidy() {
    if (!takeLink(room.get()) && !takeLink(server.get())) {
      RoomNames.of(room.get()).ifPresent(id -> room.set(id.value()));
      readServer().ifPresent(address -> server.set(shortest(address)));
    }
  }

  public void join() {
    tidy();
    Optional<JoinRequest> request = request();
    if (request.isPresent() && joining.get().isEmpty()) {
      Settings.Lobby typed =
          new Settings.Lobby(name.get(), room.get(), server.get(), addressHidden.get());
      settings.update(now -> now.withLobby(typed));
      enter(request.get());
    }
  }

  /// Who types the place that they had has it still, with the devices of now.
  private void enter(JoinRequest request) {
    WayBack left = wayBack.get();
    if (left != null && isSamePlace(left.request(), request)) {
      call.comeBack(new WayBack(request, own.wish(), left.ticket()));
    } else {
      call.join(request);
    }
  }

  /// Whatever is shown at the door: it was not kept.
  private static boolean isSamePlace(JoinRequest left, JoinRequest now) {
    return left.equals(now.with(left.admission()));
  }

  public void cancel() {
    call.leave();
  }

  public void dismissFailure() {
    call.dismissFailure();
  }

  private void check() {
    Optional<RoomId> roomId = RoomNames.of(room.get());
    boolean link = isLink(room.get());
    nameError.set(name.get().isBlank() || readName().isPresent() ? "" : Texts.of("lobby.name.bad"));
    roomError.set(
        room.get().isBlank() || link || roomId.isPresent() ? "" : Texts.of("lobby.room.bad"));
    roomHint.set(
        roomId
            .filter(id -> !link && !id.value().equals(room.get()))
            .map(id -> Texts.of("lobby.room.hint", id))
            .orElse(""));
    serverError.set(
        server.get().isBlank() || link || readServer().isPresent()
            ? ""
            : Texts.of("lobby.server.bad"));
    door.moveTo(link ? null : place().orElse(null));
    notReady.set(whyNotReady(link));
  }

  private String whyNotReady(boolean link) {
    if (readName().isEmpty()) {
      return Texts.of(name.get().isBlank() ? "lobby.name.missing" : "lobby.name.check");
    }
    if (!link && RoomNames.of(room.get()).isEmpty()) {
      return Texts.of(room.get().isBlank() ? "lobby.room.missing" : "lobby.room.check");
    }
    if (!link && readServer().isEmpty()) {
      return Texts.of(server.get().isBlank() ? "lobby.server.missing" : "lobby.server.check");
    }
    return link ? "" : door.notReady();
  }

  private Optional<JoinRequest> request() {
    return readName()
        .flatMap(
            who ->
                RoomNames.of(room.get())
                    .flatMap(where -> readServer().map(at -> request(at, where, who))));
  }

  private JoinRequest request(ServerAddress at, RoomId where, DisplayName who) {
    return new JoinRequest(at, where, who, addressHidden.get(), door.admission());
  }

  private Optional<DoorModel.Place> place() {
    return RoomNames.of(room.get())
        .flatMap(where -> readServer().map(at -> new DoorModel.Place(at, where)));
  }

  private Optional<DisplayName> readName() {
    try {
      return Optional.of(DisplayName.parse(name.get()));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private Optional<ServerAddress> readServer() {
    try {
      return Optional.of(ServerAddress.parse(server.get()));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private static boolean isLink(String text) {
    try {
      ConfabLink.parse(text);
      return true;
    } catch (InvalidValueException e) {
      return false;
    }
  }

  // `host:port` where that means the same.
  private static String shortest(ServerAddress address) {
    try {
      boolean same = ServerAddress.parse(address.display()).equals(address);
      return same ? address.display() : address.toString();
    } catch (InvalidValueException e) {
      return address.toString();
    }
  }

  public DoorModel door() {
    return door;
  }

  /// The room at whose door one waits; empty: none.
  public ReadOnlyStringProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  public OwnMediaModel own() {
    return own;
  }

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty roomProperty() {
    return room;
  }

  public StringProperty serverProperty() {
    return server;
  }

  /// Whether the others are kept from learning one's address.
  public BooleanProperty addressHiddenProperty() {
    return addressHidden;
  }

  public ReadOnlyStringProperty nameErrorProperty() {
    return nameError.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty roomErrorProperty() {
    return roomError.getReadOnlyProperty();
  }

  /// What the room will be called, where that is not what was typed.
  public ReadOnlyStringProperty roomHintProperty() {
    return roomHint.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty serverErrorProperty() {
    return serverError.getReadOnlyProperty();
  }

  /// Why one cannot join yet; empty: one can.
  public ReadOnlyStringProperty notReadyProperty() {
    return notReady.getReadOnlyProperty();
  }

  /// What is being joined; empty: nothing.
  public ReadOnlyStringProperty joiningProperty() {
    return joining.getReadOnlyProperty();
  }

  /// The call that is offered; null: none.
  public ReadOnlyObjectProperty<@Nullable WayBack> wayBackProperty() {
    return wayBack.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Advice> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
