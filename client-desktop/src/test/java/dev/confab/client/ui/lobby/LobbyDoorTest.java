package dev.confab.client.ui.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.Admission;
import dev.confab.client.call.CallFailure;
import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.ConfabLink;
import dev.confab.client.call.Phase;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.settings.Settings;
import dev.confab.client.settings.SettingsFile;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.ui.FakeCall;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What the lobby shows at a room's door.
class LobbyDoorTest implements CallObserver {
  private static final RoomId GARDEN = new RoomId("garden");
  private final FakeCall call = new FakeCall(this, Runnable::run);
  private final SettingsStore settings =
      new SettingsStore(new SettingsFile(Path.of("unused")), Settings.DEFAULTS, _ -> {});
  private final LobbyViewModel model =
      new LobbyViewModel(
          call,
          new OwnMediaModel(call),
          settings,
          new LobbyDefaults("Anna", "garden", "talk.example.org", false));
  private final DoorModel door = model.door();
  private Phase phase = new Phase.Lobby(null);

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    phase = snapshot.phase();
    model.show(phase);
  }

  private Admission shown() {
    model.join();
    return ((Phase.Joining) phase).request().admission();
  }

  private static Admission password(String text) {
    return new Admission(new RoomPassword(text), null, false);
  }

  @Test
  void nothingIsShownWhereNothingIsAskedFor() {
    assertThat(door.askedProperty().get()).isFalse();
    assertThat(shown()).isEqualTo(Admission.NONE);
  }

  @Test
  void aRoomThatNeedsAPasswordAsksForIt() {
    model.join();
    call.fails(new CallFailure.PasswordNeeded(GARDEN));

    assertThat(door.askedProperty().get()).isTrue();
    assertThat(door.asksProperty().get()).isEqualTo(1);
    assertThat(door.hintProperty().get()).startsWith("This room needs a password");
    assertThat(model.failureProperty().get()).isNull();
    assertThat(model.notReadyProperty().get()).isEqualTo("Type the room’s password to join.");

    door.passwordProperty().set("sesame");
    assertThat(shown()).isEqualTo(password("sesame"));
  }

  @Test
  void aWrongPasswordStaysToBeMended() {
    model.join();
    call.fails(new CallFailure.PasswordNeeded(GARDEN));
    door.passwordProperty().set("seasme");
    model.join();
    call.fails(new CallFailure.WrongPassword(GARDEN));

    assertThat(door.passwordProperty().get()).isEqualTo("seasme");
    assertThat(door.errorProperty().get()).startsWith("This is not the room’s password");
    assertThat(door.asksProperty().get()).isEqualTo(2);

    door.passwordProperty().set("sesame");
    assertThat(door.errorProperty().get()).isEmpty();
    door.passwordProperty().set("");
    assertThat(shown()).isEqualTo(Admission.NONE);
  }

  /// Snapshots come all the time, for other reasons.
  @Test
  void whatWasTypedSinceIsNotUndoneByTheNextSnapshot() {
    model.join();
    call.fails(new CallFailure.WrongPassword(GARDEN));
    door.passwordProperty().set("sesame");

    call.setCameraOff(true);

    assertThat(door.errorProperty().get()).isEmpty();
    assertThat(door.asksProperty().get()).isEqualTo(1);
  }

  @Test
  void theSameMistakeTwiceIsToldTwice() {
    model.join();
    call.fails(new CallFailure.WrongPassword(GARDEN));
    model.join();
    call.fails(new CallFailure.WrongPassword(GARDEN));
    assertThat(door.asksProperty().get()).isEqualTo(2);
  }

  @Test
  void aPasswordIsNotTakenToAnotherRoomOrServer() {
    for (String elsewhere : new String[] {"confab://talk.example.org/yard", "confab://h/garden"}) {
      model.takeLink("confab://talk.example.org/garden#password=sesame&invitation=a.b");
      model.takeLink(elsewhere);
      assertThat(door.askedProperty().get()).isFalse();
      assertThat(door.passwordProperty().get()).isEmpty();
      assertThat(door.invitedProperty().get()).isFalse();
    }
    model.takeLink("confab://talk.example.org/garden#password=sesame&invitation=a.b");
    model.roomProperty().set("yard");
    assertThat(shown()).isEqualTo(Admission.NONE);
  }

  @Test
  void aLinkBringsThePasswordAndTheInvitation() {
    model.takeLink("confab://talk.example.org/garden#password=sesame&invitation=a.b.c");
    assertThat(door.askedProperty().get()).isTrue();
    assertThat(door.invitedProperty().get()).isTrue();
    assertThat(model.roomProperty().get()).isEqualTo("garden");
    assertThat(shown())
        .isEqualTo(new Admission(new RoomPassword("sesame"), new InvitationToken("a.b.c"), false));
    assertThat(settings.current().toString()).doesNotContain("sesame").doesNotContain("a.b.c");
  }

  @Test
  void soDoesTheLinkThatTheWindowWasOpenedFor() throws InvalidValueException {
    LobbyDefaults defaults =
        new LobbyDefaults("Anna", "", "", false)
            .with(ConfabLink.parse("confab://h/r#password=sesame"));
    LobbyViewModel opened = new LobbyViewModel(call, new OwnMediaModel(call), settings, defaults);
    assertThat(opened.door().admission()).isEqualTo(password("sesame"));
  }

  @Test
  void anInvitationThatDoesNotHoldIsNotShownAgain() {
    model.takeLink("confab://talk.example.org/garden#invitation=a.b.c");
    model.join();
    call.fails(new CallFailure.BadInvitation(GARDEN));

    assertThat(model.failureProperty().get()).isNotNull();
    assertThat(shown()).isEqualTo(Admission.NONE);
  }

  @Test
  void aNewRoomIsProtectedAsOneLikes() {
    door.protectProperty().set(true);
    door.newPasswordProperty().set("sesame");
    door.knockProperty().set(true);
    assertThat(shown()).isEqualTo(new Admission(new RoomPassword("sesame"), null, true));
  }

  @Test
  void whatIsFoldedUpDoesNotCount() {
    door.protectProperty().set(true);
    door.newPasswordProperty().set("sesame");
    door.knockProperty().set(true);
    door.protectProperty().set(false);
    assertThat(shown()).isEqualTo(Admission.NONE);
  }

  @Test
  void whatProtectedTheRoomLetsOneInAgain() {
    door.protectProperty().set(true);
    door.newPasswordProperty().set("sesame");
    model.join();
    call.serverAccepts();
    call.leave();

    assertThat(door.askedProperty().get()).isTrue();
    assertThat(shown()).isEqualTo(password("sesame"));
  }

  @Test
  void aRoomThatWasThereAlreadyWithAnotherPasswordAsksForIt() {
    door.protectProperty().set(true);
    door.newPasswordProperty().set("sesame");
    model.join();
    call.fails(new CallFailure.WrongPassword(GARDEN));

    assertThat(door.passwordProperty().get()).isEqualTo("sesame");
    assertThat(door.errorProperty().get()).contains("If the room has none, leave this empty");
  }

  @Test
  void aPasswordThatCannotBeOneIsToldAtOnce() {
    door.protectProperty().set(true);
    door.newPasswordProperty().set("x".repeat(129));
    assertThat(door.newPasswordErrorProperty().get()).contains("at most 128");
    assertThat(model.notReadyProperty().get()).isEqualTo("Check the password to join.");
  }

  @Test
  void otherRefusalsAreToldAsAdvice() throws InvalidValueException {
    call.fails(new CallFailure.RoomLocked(GARDEN));
    assertThat(model.failureProperty().get()).isNotNull();
    call.fails(new CallFailure.NoPasswords(ServerAddress.parse("h")));
    assertThat(Objects.requireNonNull(model.failureProperty().get()).title())
        .isEqualTo("h has no rooms with a password");
  }

  @Test
  void whoWaitsIsToldWhere() {
    model.join();
    call.waits();
    assertThat(model.waitingProperty().get()).isEqualTo("garden");
    model.cancel();
    assertThat(model.waitingProperty().get()).isEmpty();
  }

  @Override
  public void onChat(ChatEntry entry) {}

  @Override
  public void onCallStarted() {}

  @Override
  public void onMicrophoneLevel(double level) {}
}
