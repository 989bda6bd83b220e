package dev.confab.client.call;

import static dev.confab.client.call.Rehearsal.ANNA;
import static dev.confab.client.call.Rehearsal.BEN;
import static dev.confab.client.call.Rehearsal.REQUEST;
import static dev.confab.client.call.Rehearsal.ROOM;
import static dev.confab.client.call.Rehearsal.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallState.Entering;
import dev.confab.client.call.CallState.Idle;
import dev.confab.client.call.CallState.InRoom;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.ResumeToken;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A program that was started again after it had ended in the middle of a call; and the others.
class ComeBackTest {
  private static final ResumeToken TICKET = new ResumeToken("t".repeat(43));
  private static final MediaWish MUTED =
      MediaWish.DEFAULT.withMicrophoneMuted(true).withCameraOff(true);
  private static final CallEvent WISHED =
      new CallEvent.ComeBackWished(new WayBack(REQUEST, MUTED, TICKET), Rehearsal.INSTANCE);
  private static final PeerMessage.Offer FIRST_OFFER = new PeerMessage.Offer(1, "v=0");

  private final Rehearsal call = new Rehearsal();

  private CallEffect askedAgainLater() {
    return new CallEffect.After(RefusalRules.REJOIN_AGAIN, call.rejoinDue());
  }

  @Test
  void itTakesTheSessionUpWithTheDevicesAsTheyWere() {
    call.play(WISHED);
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.ApplyMedia(MUTED),
            new CallEffect.OpenSignaling(1, SERVER, ANNA, TICKET));
  }

  @Test
  void itJoinsTheRoomInWhichItIsAndOffersToThoseWhoAreThere() {
    call.play(WISHED).play(call.session(true));
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.SendJoin(ROOM, new MediaState(false, false), Admission.NONE));
    call.play(call.joined(BEN));
    assertThat(call.effects()).contains(new CallEffect.MakeOffer(call.ben(), 1, false));
  }

  @Test
  void inACallItChangesNothing() {
    Rehearsal other = Rehearsal.inRoom(BEN);
    CallState before = other.state();
    other.play(WISHED);
    assertThat(other.effects()).isEmpty();
    assertThat(other.state()).isEqualTo(before);
  }

  @Test
  void itsOwnGhostIsWaitedFor() {
    call.play(WISHED).play(call.session(false)).play(call.refused(ErrorCode.NAME_TAKEN));
    assertThat(call.state().stage()).isInstanceOf(Entering.class);
    assertThat(call.effects()).containsExactly(askedAgainLater());

    call.play(call.rejoinDue());
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.SendJoin(ROOM, new MediaState(false, false), Admission.NONE));

    call.play(call.refused(ErrorCode.ROOM_FULL)).play(call.rejoinDue(), call.joined(BEN));
    assertThat(call.state().stage()).isInstanceOf(InRoom.class);
  }

  @Test
  void aPlaceThatAnotherHasIsGivenUpInTheEnd() {
    call.play(WISHED).play(call.session(false));
    IntStream.rangeClosed(0, RefusalRules.MAX_REFUSALS)
        .forEach(_ -> call.play(call.refused(ErrorCode.NAME_TAKEN)));
    assertThat(call.state().stage()).isEqualTo(new Idle(new CallFailure.NameTaken(ROOM, ANNA)));
  }

  @Test
  void whoJoinsAnewIsToldAtOnceThatTheNameIsTaken() {
    call.play(new CallEvent.JoinWished(REQUEST, Rehearsal.INSTANCE)).play(call.session(false));
    call.play(call.refused(ErrorCode.NAME_TAKEN));
    assertThat(call.state().stage()).isEqualTo(new Idle(new CallFailure.NameTaken(ROOM, ANNA)));
  }

  // --- the others -------------------------------------------------------------------------------

  @Test
  void whoOfferedTakesTheFirstOfferOfOneWhoseProgramWasStartedAgain() {
    Rehearsal other = Rehearsal.inRoom(BEN);
    PeerKey before = other.ben();

    other.play(other.heard(FIRST_OFFER));

    assertThat(other.session().offers()).isFalse();
    assertThat(other.effects())
        .contains(
            new CallEffect.ClosePeer(before), new CallEffect.TakeOffer(other.ben(), FIRST_OFFER));
  }

  @Test
  void aConnectionThatWasStillBeingMadeIsMadeAnew() {
    Rehearsal other = Rehearsal.inRoom();
    other.play(other.came(BEN)).play(other.heard(FIRST_OFFER));
    PeerKey before = other.ben();
    other.play(new CallEvent.AnswerMade(before, new PeerMessage.Answer(1, "answer")));

    PeerMessage.Offer ofTheNextProgram = new PeerMessage.Offer(1, "v=0 again");
    other.play(other.heard(ofTheNextProgram));

    assertThat(other.effects())
        .contains(
            new CallEffect.ClosePeer(before),
            new CallEffect.TakeOffer(other.ben(), ofTheNextProgram));
  }

  @Test
  void aConnectionThatDidNotComeAboutIsMadeAnew() {
    Rehearsal other = Rehearsal.inRoom();
    other.play(other.came(BEN)).play(other.heard(FIRST_OFFER));
    PeerKey before = other.ben();
    other.play(new CallEvent.NegotiationFailed(before, 1, "rubbish"));
    other.play(other.heard(new PeerMessage.Offer(2, "rubbish too")));

    other.play(other.heard(FIRST_OFFER));

    assertThat(other.effects())
        .contains(
            new CallEffect.ClosePeer(before), new CallEffect.TakeOffer(other.ben(), FIRST_OFFER));
  }
}
