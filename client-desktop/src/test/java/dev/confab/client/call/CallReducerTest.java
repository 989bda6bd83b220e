package dev.confab.client.call;

import static dev.confab.client.call.Rehearsal.ANNA;
import static dev.confab.client.call.Rehearsal.BEN;
import static dev.confab.client.call.Rehearsal.REQUEST;
import static dev.confab.client.call.Rehearsal.ROOM;
import static dev.confab.client.call.Rehearsal.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallState.Idle;
import dev.confab.client.call.CallState.InRoom;
import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallReducerTest {
  private static final MediaReport CAMERA_RUNS = new MediaReport(true, "Cam", null, null, null);

  private static final JoinRequest HIDDEN =
      new JoinRequest(REQUEST.server(), REQUEST.room(), REQUEST.name(), true);

  @Test
  void joiningAsksTheServerFirstAndNoDevice() {
    Rehearsal call = new Rehearsal().play(new CallEvent.JoinWished(REQUEST, Rehearsal.INSTANCE));
    assertThat(call.effects()).containsExactly(new CallEffect.OpenSignaling(1, SERVER, ANNA, null));
  }

  @Test
  void aSecondJoinWhileJoiningChangesNothing() {
    Rehearsal call = new Rehearsal().play(new CallEvent.JoinWished(REQUEST, Rehearsal.INSTANCE));
    CallState before = call.state();
    call.play(new CallEvent.JoinWished(REQUEST, Rehearsal.INSTANCE));
    assertThat(call.effects()).isEmpty();
    assertThat(call.state()).isEqualTo(before);
  }

  @Test
  void theOneWhoJoinsOffersToEveryonePresent() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    assertThat(call.effects()).contains(new CallEffect.MakeOffer(call.ben(), 1, false));
  }

  @Test
  void theOneWhoIsThereWaitsForTheOffer() {
    Rehearsal call = Rehearsal.inRoom();
    call.play(call.came(BEN));
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.OpenPeer(
                call.ben(), new Paths(List.of(), false), call.session().frames(), false),
            new CallEffect.After(
                PeerRules.CONNECT_WITHIN, new CallEvent.ConnectionDue(call.ben())));
  }

  @Test
  void aHiddenAddressNeedsARelay() {
    Rehearsal call = new Rehearsal().play(new CallEvent.JoinWished(HIDDEN, Rehearsal.INSTANCE));
    call.play(call.session(IceServer.of("stun:a")));
    assertThat(call.state().stage()).isEqualTo(new Idle(new CallFailure.NoRelay(REQUEST.server())));
    assertThat(call.effects()).containsExactly(new CallEffect.CloseSignaling());
  }

  @Test
  void whoHidesTheirAddressIsConnectedThroughTheRelayAlone() {
    Rehearsal call = new Rehearsal().play(new CallEvent.JoinWished(HIDDEN, Rehearsal.INSTANCE));
    IceServer relay = IceServer.of("turn:a");
    call.play(call.session(relay), call.joined(BEN));
    assertThat(call.effects())
        .contains(
            new CallEffect.OpenPeer(
                call.ben(), new Paths(List.of(relay), true), call.session().frames(), true));
  }

  @Test
  void whoGivesUpJoiningIsBackInTheLobby() {
    Rehearsal call = new Rehearsal().play(new CallEvent.JoinWished(REQUEST, Rehearsal.INSTANCE));
    call.play(new CallEvent.LeaveWished());
    assertThat(call.state().stage()).isEqualTo(new Idle(null));
    assertThat(call.effects()).containsExactly(new CallEffect.CloseSignaling());
  }

  @Test
  void anAnswerToAJoinThatWasGivenUpIsDropped() {
    Rehearsal call = new Rehearsal().play(new CallEvent.JoinWished(REQUEST, Rehearsal.INSTANCE));
    CallEvent late = call.joined(BEN);
    call.play(new CallEvent.LeaveWished()).play(late);
    assertThat(call.state().stage()).isEqualTo(new Idle(null));
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void whatAnEarlierSessionSaysDuringTheNextOneIsDropped() {
    Rehearsal call = Rehearsal.inRoom();
    CallEvent ofTheFirst = call.came(BEN);
    call.play(new CallEvent.LeaveWished(), new CallEvent.JoinWished(REQUEST, Rehearsal.INSTANCE));
    call.play(call.session(false), call.joined());
    call.play(ofTheFirst);
    assertThat(call.state().snapshot(new LatestFrame()).phase())
        .isInstanceOfSatisfying(Phase.InCall.class, in -> assertThat(in.others()).isEmpty());
  }

  @Test
  void hangingUpSaysGoodbyeAndClosesEveryConnection() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    PeerKey ben = call.ben();
    call.play(new CallEvent.LeaveWished());
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.SendLeave(),
            new CallEffect.ClosePeer(ben),
            new CallEffect.CloseSignaling());
  }

  @Test
  void aFullRoomEndsTheAttemptAndSaysSo() {
    Rehearsal call = new Rehearsal().play(new CallEvent.JoinWished(REQUEST, Rehearsal.INSTANCE));
    call.play(call.session(false), call.refused(ErrorCode.ROOM_FULL));
    assertThat(call.state().stage()).isEqualTo(new Idle(new CallFailure.RoomFull(ROOM)));
  }

  @Test
  void aTakenNameEndsTheAttemptAndSaysSo() {
    Rehearsal call = new Rehearsal().play(new CallEvent.JoinWished(REQUEST, Rehearsal.INSTANCE));
    call.play(call.session(false), call.refused(ErrorCode.NAME_TAKEN));
    assertThat(call.state().stage()).isEqualTo(new Idle(new CallFailure.NameTaken(ROOM, ANNA)));
  }

  @Test
  void aSignalToSomeoneWhoHasGoneDoesNotEndTheCall() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.refused(ErrorCode.NO_SUCH_MEMBER));
    assertThat(call.state().stage()).isInstanceOf(InRoom.class);
  }

  @Test
  void aLostServerDoesNotTouchTheConnections() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.interrupted());
    assertThat(call.effects()).isEmpty();
    assertThat(((InRoom) call.state().stage()).link()).isEqualTo(Phase.ServerLink.RECONNECTING);
  }

  @Test
  void aResumedSessionGoesOnWithoutJoiningAgain() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.interrupted(), call.session(true));
    assertThat(call.effects()).isEmpty();
    assertThat(((InRoom) call.state().stage()).link()).isEqualTo(Phase.ServerLink.UP);
  }

  @Test
  void aServerThatHasForgottenUsIsJoinedAgain() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.interrupted(), call.session(false));
    assertThat(call.effects())
        .containsExactly(new CallEffect.SendJoin(ROOM, call.state().media(), Admission.NONE));
  }

  @Test
  void theOwnGhostIsOutwaited() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.interrupted(), call.session(false)).play(call.refused(ErrorCode.NAME_TAKEN));
    assertThat(((InRoom) call.state().stage()).link()).isEqualTo(Phase.ServerLink.RECONNECTING);
    call.play(call.rejoinDue());
    assertThat(call.effects())
        .containsExactly(new CallEffect.SendJoin(ROOM, call.state().media(), Admission.NONE));
  }

  @Test
  void aPlaceThatIsStillAskedForIsAskedForOverTheNextSocketToo() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.interrupted(), call.session(false)).play(call.refused(ErrorCode.NAME_TAKEN));

    call.play(call.interrupted(), call.session(true)).play(call.rejoinDue());

    assertThat(call.effects())
        .containsExactly(new CallEffect.SendJoin(ROOM, call.state().media(), Admission.NONE));
  }

  @Test
  void aPlaceThatStaysTakenEndsTheCall() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.interrupted(), call.session(false));
    for (int i = 0; i <= RefusalRules.MAX_REFUSALS; i++) {
      call.play(call.refused(ErrorCode.ROOM_FULL));
    }
    assertThat(call.state().stage()).isEqualTo(new Idle(new CallFailure.RoomFull(ROOM)));
  }

  @Test
  void aServerThatStaysAwayEndsTheCallWithItsReason() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.ended(new CallFailure.ServerLost(SERVER)));
    assertThat(call.state().stage()).isEqualTo(new Idle(new CallFailure.ServerLost(SERVER)));
  }

  @Test
  void theReasonIsGoneOnceItHasBeenRead() {
    Rehearsal call = new Rehearsal().play(new CallEvent.JoinWished(REQUEST, Rehearsal.INSTANCE));
    call.play(
        call.ended(new CallFailure.ServerUnreachable(SERVER)), new CallEvent.FailureDismissed());
    assertThat(call.state().stage()).isEqualTo(new Idle(null));
  }

  @Test
  void muteIsAppliedHereAndSaidToTheOthers() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.MicrophoneMuteWished(true));
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.ApplyMedia(MediaWish.DEFAULT.withMicrophoneMuted(true)),
            new CallEffect.SendUpdate(new MediaState(false, false)));
  }

  @Test
  void muteOnAndOffAgainLeavesTheNewestWish() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.MicrophoneMuteWished(true), new CallEvent.MicrophoneMuteWished(false));
    assertThat(call.effects()).endsWith(new CallEffect.SendUpdate(new MediaState(true, false)));
  }

  @Test
  void aCameraThatComesLaterIsSaidToTheOthers() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.MediaReported(CAMERA_RUNS));
    assertThat(call.effects())
        .containsExactly(new CallEffect.SendUpdate(new MediaState(true, true)));
  }

  @Test
  void aCameraThatIsPulledOutIsSaidToTheOthers() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.MediaReported(CAMERA_RUNS));
    DeviceProblem unplugged = new DeviceProblem.CameraUnplugged("Cam");
    call.play(new CallEvent.MediaReported(new MediaReport(false, "", unplugged, null, null)));
    assertThat(call.effects())
        .containsExactly(new CallEffect.SendUpdate(new MediaState(true, false)));
  }

  @Test
  void nothingIsSaidToAnyoneFromTheLobby() {
    Rehearsal call = new Rehearsal().play(new CallEvent.MediaReported(CAMERA_RUNS));
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void theNextCameraIsTheOneAfterTheOneInUseAndTheFirstAfterTheLast() {
    Devices devices = new Devices(List.of("One", "Two"), List.of(), List.of(), true);
    Rehearsal call = new Rehearsal().play(new CallEvent.DevicesChanged(devices));
    call.play(
        new CallEvent.MediaReported(new MediaReport(true, "Two", null, null, null)),
        new CallEvent.NextCameraWished());
    assertThat(call.state().wish().camera()).isEqualTo(new CameraChoice.Device("One"));
  }

  @Test
  void withoutACameraTheNextOneIsTheSameNothing() {
    Rehearsal call = new Rehearsal().play(new CallEvent.NextCameraWished());
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void whatTheOtherSaysOfTheirMediaIsShown() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    Member muted = new Member(BEN.peer(), BEN.name(), new MediaState(false, true));
    call.play(call.said(new ServerMessage.MemberUpdated(9, muted)));
    assertThat(call.session().snapshot(false).microphone()).isFalse();
  }

  @Test
  void connectionsThatStandAndThatBeginLaterUseTheNewestCredentials() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    List<IceServer> fresh =
        List.of(IceServer.of("turn:turn.example.org").withCredentials("2:s", "new"));
    call.play(call.said(new ServerMessage.IceServers(9, fresh)));
    Paths paths = new Paths(fresh, false);
    assertThat(call.effects()).containsExactly(new CallEffect.RenewPaths(call.ben(), paths));
    call.play(call.came(Rehearsal.CARLA));
    assertThat(call.effects())
        .filteredOn(CallEffect.OpenPeer.class::isInstance)
        .extracting(effect -> ((CallEffect.OpenPeer) effect).paths())
        .containsExactly(paths);
  }

  @Test
  void whatAServerThatWasStartedAgainOffersIsUsedByTheConnectionsThatWentOn() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected();
    IceServer fresh = IceServer.of("turn:turn.example.org").withCredentials("2:s", "new");
    call.play(call.interrupted(), call.session(fresh));
    assertThat(call.effects())
        .contains(new CallEffect.RenewPaths(call.ben(), new Paths(List.of(fresh), false)));
  }

  @Test
  void aServerThatStopsSoonIsShownAndTheCallGoesOn() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.said(new ServerMessage.Draining(9, 30)));
    assertThat(((InRoom) call.state().stage()).link()).isEqualTo(Phase.ServerLink.STOPPING);
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void aCameraThatCameWhileTheServerAnsweredIsSaidOnceIn() {
    Rehearsal call = new Rehearsal().play(new CallEvent.JoinWished(REQUEST, Rehearsal.INSTANCE));
    call.play(call.session(false), new CallEvent.MediaReported(CAMERA_RUNS), call.joined(BEN));
    assertThat(call.effects()).contains(new CallEffect.SendUpdate(new MediaState(true, true)));
  }

  @Test
  void somethingSaidBeforeTheRoomIsJoinedAgainDoesNotEndTheCall() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.interrupted(), call.session(false), call.refused(ErrorCode.NOT_JOINED));
    assertThat(call.state().stage()).isInstanceOf(InRoom.class);
  }

  @Test
  void choosingTheCameraThatDidNotWorkTriesItAgain() {
    DeviceProblem busy = new DeviceProblem.CameraBusy("Cam");
    MediaReport report = new MediaReport(false, "", busy, null, null);
    Rehearsal call = new Rehearsal().play(new CallEvent.MediaReported(report));
    call.play(new CallEvent.CameraChosen(CameraChoice.ANY));
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.ApplyMedia(MediaWish.DEFAULT.withCamera(new CameraChoice.None())),
            new CallEffect.ApplyMedia(MediaWish.DEFAULT));
  }

  @Test
  void theNextCameraTwiceGoesTwoOnEvenBeforeTheFirstRuns() {
    Devices devices = new Devices(List.of("A", "B", "C"), List.of(), List.of(), true);
    Rehearsal call = new Rehearsal().play(new CallEvent.DevicesChanged(devices));
    call.play(new CallEvent.MediaReported(new MediaReport(true, "A", null, null, null)));
    call.play(new CallEvent.NextCameraWished(), new CallEvent.NextCameraWished());
    assertThat(call.state().wish().camera()).isEqualTo(new CameraChoice.Device("C"));
  }

  @Test
  void whoAskedTooFastToComeInAsksAgain() {
    Rehearsal call = new Rehearsal();
    call.play(new CallEvent.JoinWished(Rehearsal.REQUEST, Rehearsal.INSTANCE));
    call.play(call.session(false), call.refused(ErrorCode.TOO_FAST));

    assertThat(call.effects())
        .contains(new CallEffect.After(RefusalRules.REJOIN_AGAIN, call.rejoinDue()));
    call.play(call.rejoinDue());
    assertThat(call.effects()).hasExactlyElementsOfTypes(CallEffect.SendJoin.class);
  }
}
