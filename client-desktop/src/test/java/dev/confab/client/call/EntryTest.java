package dev.confab.client.call;

import static dev.confab.client.call.Rehearsal.BEN;
import static dev.confab.client.call.Rehearsal.REQUEST;
import static dev.confab.client.call.Rehearsal.ROOM;
import static dev.confab.client.call.Rehearsal.SELF;
import static dev.confab.client.call.Rehearsal.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomPassword;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is shown at a room's door, what comes of it, and waiting there.
class EntryTest {
  private static final RoomPassword SESAME = new RoomPassword("sesame");
  private static final Admission PASSWORD = new Admission(SESAME, null, false);
  private static final RoomState PROTECTED = new RoomState(Door.OPEN, true, List.of(BEN.peer()));

  private static Rehearsal joining(Admission shown) {
    Rehearsal call = new Rehearsal();
    return call.play(new CallEvent.JoinWished(REQUEST.with(shown), Rehearsal.INSTANCE));
  }

  private static Rehearsal atTheDoor() {
    Rehearsal call = joining(Admission.NONE);
    return call.play(call.careful(false), waiting(call));
  }

  private static CallEvent waiting(Rehearsal call) {
    return call.said(new ServerMessage.Waiting(3, 2));
  }

  private static Phase phase(Rehearsal call) {
    return call.state().snapshot(new LatestFrame()).phase();
  }

  private static Phase.InCall inCall(Rehearsal call) {
    return (Phase.InCall) phase(call);
  }

  private CallEffect.SendJoin join(Rehearsal call, Admission shown) {
    return new CallEffect.SendJoin(ROOM, call.state().media(), shown);
  }

  @Test
  void passwordAndInvitationAreShownWithTheRequest() {
    Admission both = new Admission(SESAME, new InvitationToken("a.b.c"), false);
    Rehearsal call = joining(both);

    call.play(call.careful(false));

    assertThat(call.effects()).containsExactly(join(call, both));
    assertThat(call.effects().toString()).doesNotContain("sesame").doesNotContain("a.b.c");
  }

  @Test
  void aServerThatKnowsOfNoPasswordsIsNotToldOneAndOpensNoRoom() {
    Rehearsal call = joining(PASSWORD);

    call.play(call.session(false));

    assertThat(call.effects()).containsExactly(new CallEffect.CloseSignaling());
    assertThat(phase(call)).isEqualTo(new Phase.Lobby(new CallFailure.NoPasswords(SERVER)));
  }

  @Test
  void aServerThatKnowsOfNoKnockingOpensNoRoomToEverybody() {
    Rehearsal call = joining(new Admission(null, null, true));

    call.play(call.session(false));

    assertThat(phase(call)).isEqualTo(new Phase.Lobby(new CallFailure.NoKnocking(SERVER)));
  }

  static List<Arguments> refusals() {
    return List.of(
        Arguments.of(ErrorCode.PASSWORD_NEEDED, new CallFailure.PasswordNeeded(ROOM)),
        Arguments.of(ErrorCode.WRONG_PASSWORD, new CallFailure.WrongPassword(ROOM)),
        Arguments.of(ErrorCode.TOO_MANY_GUESSES, new CallFailure.TooManyGuesses(ROOM)),
        Arguments.of(ErrorCode.INVITATION_NEEDED, new CallFailure.InvitationNeeded(SERVER)),
        Arguments.of(ErrorCode.BAD_INVITATION, new CallFailure.BadInvitation(ROOM)),
        Arguments.of(ErrorCode.ROOM_LOCKED, new CallFailure.RoomLocked(ROOM)),
        Arguments.of(ErrorCode.TURNED_AWAY, new CallFailure.TurnedAway(ROOM)),
        Arguments.of(ErrorCode.NOT_ALLOWED, new CallFailure.NoPasswords(SERVER)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void eachRefusalHasItsOwnWords(ErrorCode code, CallFailure failure) {
    Rehearsal call = joining(PASSWORD);

    call.play(call.careful(false), call.refused(code));

    assertThat(phase(call)).isEqualTo(new Phase.Lobby(failure));
  }

  @Test
  void whoIsToBeLetInWaitsAndIsLetIn() {
    Rehearsal call = atTheDoor();
    assertThat(phase(call)).isEqualTo(new Phase.Waiting(REQUEST));

    call.play(call.joined(PROTECTED, BEN));

    assertThat(inCall(call).others()).hasSize(1);
    assertThat(call.effects()).contains(new CallEffect.TellCallStarted());
  }

  @Test
  void whoIsTurnedAwayIsInTheLobbyAndDoesNotAskAgain() {
    Rehearsal call = atTheDoor();

    call.play(call.refused(ErrorCode.TURNED_AWAY));

    assertThat(phase(call)).isEqualTo(new Phase.Lobby(new CallFailure.TurnedAway(ROOM)));
    assertThat(call.effects()).containsExactly(new CallEffect.CloseSignaling());
  }

  @Test
  void whoGivesUpWaitingEndsTheSession() {
    Rehearsal call = atTheDoor();

    call.play(new CallEvent.LeaveWished());

    assertThat(phase(call)).isEqualTo(new Phase.Lobby(null));
    assertThat(call.effects()).containsExactly(new CallEffect.CloseSignaling());
  }

  @Test
  void aSocketThatIsLostWhileWaitingLosesNoPlaceAtTheDoor() {
    Rehearsal call = atTheDoor();

    call.play(call.interrupted(), call.careful(true));

    assertThat(phase(call)).isEqualTo(new Phase.Waiting(REQUEST));
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void aServerThatHasForgottenWhoWaitsIsAskedAgainAndNothingFlickers() {
    Rehearsal call = atTheDoor();

    call.play(call.interrupted(), call.careful(false));

    assertThat(phase(call)).isEqualTo(new Phase.Waiting(REQUEST));
    assertThat(call.effects()).containsExactly(join(call, Admission.NONE));
  }

  @Test
  void anInvitationMaySayWhatItsGuestIsCalled() {
    Rehearsal call = joining(new Admission(null, new InvitationToken("a.b.c"), false));
    DisplayName guest = new DisplayName("Guest");

    call.play(
        call.careful(false),
        call.said(new ServerMessage.Joined(2, 2, ROOM, SELF, List.of(), PROTECTED, guest)));

    assertThat(inCall(call).request().name()).isEqualTo(guest);
  }

  @Test
  void whoWasRemovedIsInTheLobbyAndStaysThere() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected();
    PeerKey ben = call.ben();

    call.play(call.said(new ServerMessage.Removed(9)));

    assertThat(phase(call)).isEqualTo(new Phase.Lobby(new CallFailure.Removed(ROOM)));
    assertThat(call.effects())
        .containsExactly(new CallEffect.ClosePeer(ben), new CallEffect.CloseSignaling());
    call.play(call.careful(false), call.rejoinDue());
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void aServerThatSaysNothingOfDoorsHasNothingToShow() {
    Rehearsal call = Rehearsal.inRoom(BEN);

    assertThat(inCall(call).entry()).isEqualTo(RoomEntry.OPEN);
  }

  @Test
  void thePasswordIsKnownToThoseWhoCameInByIt() {
    Rehearsal call = joining(PASSWORD);
    call.play(call.careful(false), call.joined(PROTECTED, BEN));
    assertThat(inCall(call).entry().known()).isEqualTo(SESAME);

    Rehearsal guest = joining(new Admission(SESAME, new InvitationToken("a.b.c"), false));
    guest.play(guest.careful(false), guest.joined(PROTECTED, BEN));
    assertThat(inCall(guest).entry().known()).isNull();
  }

  @Test
  void aServerThatWasStartedAgainIsShownTheSame() {
    Rehearsal call = joining(PASSWORD);
    call.play(call.careful(false), call.joined(PROTECTED, BEN)).connected();

    call.play(call.interrupted(), call.careful(false));

    assertThat(call.effects()).containsExactly(join(call, PASSWORD));
  }

  @Test
  void whoWaitsToBeLetBackInGoesOnTalking() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected();

    call.play(call.interrupted(), call.careful(false), waiting(call));

    assertThat(inCall(call).serverLink()).isEqualTo(Phase.ServerLink.AT_DOOR);
    assertThat(call.effects()).doesNotHaveAnyElementsOfTypes(CallEffect.ClosePeer.class);
    call.play(call.interrupted(), call.careful(true));
    assertThat(inCall(call).serverLink()).isEqualTo(Phase.ServerLink.AT_DOOR);
    call.play(call.joined(BEN));
    assertThat(inCall(call).serverLink()).isEqualTo(Phase.ServerLink.UP);
    assertThat(call.session().path().wasUp()).isTrue();
  }

  @Test
  void aPasswordThatIsNotThatOfTheNewRoomIsLeftOutOnce() {
    Rehearsal call = joining(PASSWORD);
    call.play(call.careful(false), call.joined(PROTECTED, BEN)).connected();
    call.play(call.interrupted(), call.careful(false));

    call.play(call.refused(ErrorCode.WRONG_PASSWORD));
    assertThat(call.effects()).containsExactly(join(call, Admission.NONE));

    call.play(call.refused(ErrorCode.PASSWORD_NEEDED));
    assertThat(phase(call)).isEqualTo(new Phase.Lobby(new CallFailure.PasswordNeeded(ROOM)));
  }
}
