package dev.confab.client.call;

import static dev.confab.client.call.Rehearsal.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.RemotePeer.Link;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.PeerMessage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NegotiationTest {
  private static final PeerMessage.Offer OFFER = new PeerMessage.Offer(1, "offer");
  private static final PeerMessage.Answer ANSWER = new PeerMessage.Answer(1, "answer");

  private static PeerMessage.Candidate candidate(long negotiation) {
    return new PeerMessage.Candidate(negotiation, "0", 0, "candidate:1");
  }

  /// Ben joins us: he offers.
  private static Rehearsal answering() {
    Rehearsal call = Rehearsal.inRoom();
    return call.play(call.came(BEN));
  }

  @Test
  void theOfferIsSentWhenItStands() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.OfferMade(call.ben(), OFFER));
    assertThat(call.effects()).containsExactly(new CallEffect.SendToPeer(BEN.peer(), OFFER));
  }

  @Test
  void candidatesWaitUntilBothDescriptionsStand() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.heard(candidate(1)));
    assertThat(call.effects()).isEmpty();
    call.play(call.heard(ANSWER), new CallEvent.AnswerTaken(call.ben(), 1));
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.TakeAnswer(call.ben(), ANSWER),
            new CallEffect.TakeCandidate(call.ben(), candidate(1)));
  }

  @Test
  void aCandidateThatOvertakesItsOfferIsKept() {
    Rehearsal call = answering();
    call.play(
        call.heard(candidate(1)), call.heard(OFFER), new CallEvent.AnswerMade(call.ben(), ANSWER));
    assertThat(call.effects()).endsWith(new CallEffect.TakeCandidate(call.ben(), candidate(1)));
  }

  @Test
  void anAnswerToAnOlderOfferIsDropped() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.heard(ANSWER), new CallEvent.AnswerTaken(call.ben(), 1));
    call.play(new CallEvent.LinkChanged(call.ben(), Link.FAILED));
    call.play(call.heard(ANSWER));
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void anOfferThatWasRepeatedIsTakenOnce() {
    Rehearsal call = answering();
    call.play(call.heard(OFFER)).play(call.heard(OFFER));
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void whoMakesTheOffersTakesNone() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.heard(new PeerMessage.Offer(7, "glare")));
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void aFloodOfCandidatesIsBounded() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    IntStream.range(0, 1000).forEach(i -> call.play(call.heard(candidate(1))));
    assertThat(call.session().negotiation().waiting()).hasSize(PeerRules.MAX_CANDIDATES);
  }

  @Test
  void aFloodOfCandidatesIsBoundedWhenNoneHasToWait() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(call.heard(ANSWER), new CallEvent.AnswerTaken(call.ben(), 1));

    call.play(
        IntStream.range(0, 1000).mapToObj(i -> call.heard(candidate(1))).toArray(CallEvent[]::new));
    assertThat(call.effects()).hasSize(PeerRules.MAX_CANDIDATES);

    call.play(new CallEvent.LinkChanged(call.ben(), Link.FAILED));
    call.play(
        call.heard(new PeerMessage.Answer(2, "answer")), new CallEvent.AnswerTaken(call.ben(), 2));
    call.play(call.heard(candidate(2)));
    assertThat(call.effects())
        .containsExactly(new CallEffect.TakeCandidate(call.ben(), candidate(2)));
  }

  @Test
  void whatAClosedConnectionStillReportsIsDropped() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    PeerKey old = call.ben();
    call.play(call.left(BEN), call.came(BEN));
    call.play(new CallEvent.OfferMade(old, OFFER));
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void aPathThatFailedIsMendedByTheOneWhoOffers() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.LinkChanged(call.ben(), Link.FAILED));
    assertThat(call.effects())
        .containsExactly(new CallEffect.MakeOffer(call.ben(), 2, true), again(call));
  }

  @Test
  void whatWasLostBeforeAConnectionStoodIsSaidAgain() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.ConnectionDue(call.ben()));
    assertThat(call.effects())
        .containsExactly(new CallEffect.MakeOffer(call.ben(), 2, true), again(call));
  }

  @Test
  void aConnectionThatStandsInTimeIsLeftAlone() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected();
    call.play(new CallEvent.ConnectionDue(call.ben()));
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void aPathThatIsBeingMendedWhenItShouldHaveStoodBeginsNoSecondRound() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.LinkChanged(call.ben(), Link.FAILED));
    call.play(new CallEvent.ConnectionDue(call.ben()));
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void whoLeavesWhileTheirOfferIsUnderWayIsGone() {
    Rehearsal call = answering().play();
    PeerKey ben = call.ben();
    call.play(call.heard(OFFER), call.left(BEN), new CallEvent.AnswerMade(ben, ANSWER));
    assertThat(call.effects())
        .containsExactly(new CallEffect.TakeOffer(ben, OFFER), new CallEffect.ClosePeer(ben));
  }

  @Test
  void whatIsSaidToOneWhoHasLeftEndsNothing() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    CallState before = call.state();
    call.play(call.refused(ErrorCode.NO_SUCH_MEMBER));
    assertThat(call.effects()).isEmpty();
    assertThat(call.state()).isEqualTo(before);
  }

  @Test
  void itIsTriedAgainUntilThePathStands() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.LinkChanged(call.ben(), Link.FAILED));
    call.play(again(call).event());
    assertThat(call.effects())
        .containsExactly(new CallEffect.MakeOffer(call.ben(), 3, true), again(call));
  }

  @Test
  void aPathThatFailsWhileItIsMendedBeginsNoSecondRound() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.LinkChanged(call.ben(), Link.FAILED));
    call.play(new CallEvent.LinkChanged(call.ben(), Link.FAILED));
    assertThat(call.effects()).isEmpty();
  }

  private static CallEffect.After again(Rehearsal call) {
    long round = call.session().path().mending();
    return new CallEffect.After(PeerRules.MEND_AGAIN, new CallEvent.MendDue(call.ben(), round));
  }

  @Test
  void theOtherAsksForAnOfferToMendThePath() {
    Rehearsal call = answering();
    call.play(call.heard(OFFER), new CallEvent.AnswerMade(call.ben(), ANSWER));
    call.play(new CallEvent.LinkChanged(call.ben(), Link.FAILED));
    assertThat(call.effects())
        .contains(new CallEffect.SendToPeer(BEN.peer(), new PeerMessage.OfferRequest(1, true)));
  }

  @Test
  void mendingStopsWhenThePathIsThereAgain() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.LinkChanged(call.ben(), Link.FAILED));
    CallEvent due = again(call).event();
    call.play(new CallEvent.LinkChanged(call.ben(), Link.CONNECTED));
    call.play(due);
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void aPathThatBreaksIsAnInterruptionAndOneThatNeverWasIsAFailure() {
    Rehearsal never = Rehearsal.inRoom(BEN);
    never.play(new CallEvent.LinkChanged(never.ben(), Link.FAILED));
    assertThat(never.session().path().link()).isEqualTo(Link.FAILED);

    Rehearsal once = Rehearsal.inRoom(BEN);
    once.play(
        new CallEvent.LinkChanged(once.ben(), Link.CONNECTED),
        new CallEvent.LinkChanged(once.ben(), Link.FAILED));
    assertThat(once.session().path().link()).isEqualTo(Link.INTERRUPTED);
  }

  @Test
  void aDescriptionThatCannotBeSetIsTriedAnew() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(new CallEvent.NegotiationFailed(call.ben(), 1, "rubbish"));
    assertThat(call.effects()).contains(new CallEffect.MakeOffer(call.ben(), 2, true));
  }

  @Test
  void aPathThatStandsIsNotBrokenByANegotiationThatFails() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(
        new CallEvent.LinkChanged(call.ben(), Link.CONNECTED),
        new CallEvent.NegotiationFailed(call.ben(), 1, "a bad moment"));
    assertThat(call.session().path().link()).isEqualTo(Link.CONNECTED);
    assertThat(call.effects()).contains(new CallEffect.MakeOffer(call.ben(), 2, true));
    CallEvent due = new CallEvent.MendDue(call.ben(), call.session().path().mending());

    call.play(new CallEvent.AnswerTaken(call.ben(), 2)).play(due);

    assertThat(call.effects()).as("mended: no third").isEmpty();
  }

  @Test
  void aPathThatStandsIsTriedAgainUntilANegotiationIsSettled() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    call.play(
        new CallEvent.LinkChanged(call.ben(), Link.CONNECTED),
        new CallEvent.NegotiationFailed(call.ben(), 1, "a bad moment"));
    call.play(new CallEvent.MendDue(call.ben(), call.session().path().mending()));
    assertThat(call.effects()).contains(new CallEffect.MakeOffer(call.ben(), 3, true));
  }
}
