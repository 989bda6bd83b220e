package dev.confab.client.call;

import static dev.confab.client.call.Rehearsal.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.RemotePeer.Link;
import dev.confab.protocol.PeerMessage;
import org.junit.jupiter.api.Test;

/// The cable is changed, or the lid was closed.
class NetworkTest {
  private static final CallEvent CHANGED = new CallEvent.NetworkChanged();
  private static final PeerMessage.Offer OFFER = new PeerMessage.Offer(1, "offer");
  private static final PeerMessage.Answer ANSWER = new PeerMessage.Answer(1, "answer");

  /// We made the offer, and it was answered.
  private static Rehearsal offering() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    return call.play(call.heard(ANSWER), new CallEvent.AnswerTaken(call.ben(), 1)).connected();
  }

  private static Rehearsal answering() {
    Rehearsal call = Rehearsal.inRoom();
    call.play(call.came(BEN));
    return call.play(call.heard(OFFER), new CallEvent.AnswerMade(call.ben(), ANSWER)).connected();
  }

  @Test
  void whoOffersRestartsThePathOverANewSocket() {
    Rehearsal call = offering();
    call.play(CHANGED);
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.RenewSignaling(), new CallEffect.MakeOffer(call.ben(), 2, true));
  }

  @Test
  void whoAnswersAsksForIt() {
    Rehearsal call = answering();
    call.play(CHANGED);
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.RenewSignaling(),
            new CallEffect.SendToPeer(BEN.peer(), new PeerMessage.OfferRequest(1, true)));
  }

  @Test
  void aPathThatIsBeingMendedIsTriedAtOnceAndNotTwice() {
    Rehearsal call = offering();
    call.play(new CallEvent.LinkChanged(call.ben(), Link.FAILED));
    long earlier = call.session().path().mending();

    call.play(CHANGED);
    assertThat(call.effects()).contains(new CallEffect.MakeOffer(call.ben(), 3, true));

    call.play(new CallEvent.MendDue(call.ben(), earlier));
    assertThat(call.effects()).isEmpty();
    call.play(new CallEvent.MendDue(call.ben(), call.session().path().mending()));
    assertThat(call.effects()).contains(new CallEffect.MakeOffer(call.ben(), 4, true));
  }

  @Test
  void thePictureIsNotSaidToBeGoneBeforeItIs() {
    Rehearsal call = offering();
    call.play(CHANGED);
    assertThat(call.session().snapshot(false).link()).isEqualTo(Link.CONNECTED);
  }

  @Test
  void inTheLobbyItIsOfNoInterest() {
    assertThat(new Rehearsal().play(CHANGED).effects()).isEmpty();
  }
}
