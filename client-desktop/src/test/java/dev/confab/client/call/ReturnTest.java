package dev.confab.client.call;

import static dev.confab.client.call.Rehearsal.BEN;
import static dev.confab.client.call.Rehearsal.BENS;
import static dev.confab.client.call.Rehearsal.CARLA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.RemotePeer.Link;
import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.InstanceId;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.PeerMessage;
import org.junit.jupiter.api.Test;

/// A server that was started again has forgotten the room; the calls in it go on.
class ReturnTest {
  private static final Member BEN_AGAIN =
      new Member(new PeerId("ben-2"), BEN.name(), new MediaState(true, false));
  private static final PeerMessage.Offer FIRST_OFFER = new PeerMessage.Offer(1, "v=0");

  private static Rehearsal afterTheServersEnd() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected();
    return call.play(call.interrupted(), call.session(false));
  }

  private static CallEvent said(Rehearsal call, PeerMessage message) {
    return call.heard(BEN_AGAIN.peer(), message);
  }

  @Test
  void whoIsThereAlreadyIsToldThatTheConnectionGoesOn() {
    Rehearsal call = afterTheServersEnd();
    PeerKey before = call.ben();

    call.play(call.joined(BEN_AGAIN));

    assertThat(call.ben()).isEqualTo(before);
    assertThat(call.session().member()).isEqualTo(BEN_AGAIN);
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.SendToPeer(
                BEN_AGAIN.peer(), new PeerMessage.Continue(1, Rehearsal.INSTANCE, BENS)));
  }

  @Test
  void whoComesLaterIsTakenForTheOneWhoWasThere() {
    Rehearsal call = afterTheServersEnd();
    PeerKey before = call.ben();

    call.play(call.joined(), call.came(BEN_AGAIN));
    call.play(said(call, new PeerMessage.Continue(1, BENS, Rehearsal.INSTANCE)));

    assertThat(call.ben()).isEqualTo(before);
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void nobodyIsShownAsGoneBeforeTheyCouldComeBack() {
    Rehearsal call = afterTheServersEnd();

    call.play(call.joined());

    assertThat(call.session().snapshot(false).link()).isEqualTo(Link.CONNECTED);
    assertThat(call.effects())
        .containsExactly(new CallEffect.After(ReturnRules.BACK_WITHIN, awaitedLongEnough(call)));
  }

  private static CallEvent awaitedLongEnough(Rehearsal call) {
    return new CallEvent.AwaitedLongEnough(call.ben(), call.session().path().awaited());
  }

  @Test
  void whoDoesNotComeBackHasGone() {
    Rehearsal call = afterTheServersEnd();
    PeerKey ben = call.ben();

    call.play(call.joined()).play(awaitedLongEnough(call));

    assertThat(call.effects()).containsExactly(new CallEffect.ClosePeer(ben));
  }

  @Test
  void whoCameBackIsNotSentAwayByTheTimer() {
    Rehearsal call = afterTheServersEnd();

    call.play(call.joined());
    CallEvent due = awaitedLongEnough(call);
    call.play(call.came(BEN_AGAIN)).play(due);

    assertThat(call.effects()).isEmpty();
  }

  @Test
  void nobodyIsTakenForGoneWhileTheServerIs() {
    Rehearsal call = afterTheServersEnd();
    PeerKey ben = call.ben();
    call.play(call.joined());
    CallEvent due = awaitedLongEnough(call);

    call.play(call.interrupted()).play(due);

    assertThat(call.effects()).containsExactly(new CallEffect.After(ReturnRules.BACK_WITHIN, due));
    call.play(call.session(true)).play(due);
    assertThat(call.effects()).containsExactly(new CallEffect.ClosePeer(ben));
  }

  @Test
  void toAServerThatStartsTwiceEveryoneHasTheWholeTimeToComeBack() {
    Rehearsal call = afterTheServersEnd();
    call.play(call.joined());
    CallEvent ofTheFirst = awaitedLongEnough(call);

    call.play(call.interrupted(), call.session(false), call.joined()).play(ofTheFirst);

    assertThat(call.effects()).isEmpty();
  }

  @Test
  void aFirstOfferFromOneWhoIsConnectedBeginsANewConnection() {
    Rehearsal call = afterTheServersEnd();
    PeerKey before = call.ben();

    call.play(call.joined(), call.came(BEN_AGAIN)).play(said(call, FIRST_OFFER));

    assertThat(call.ben().generation()).isGreaterThan(before.generation());
    assertThat(call.effects())
        .contains(
            new CallEffect.ClosePeer(before), new CallEffect.TakeOffer(call.ben(), FIRST_OFFER));
  }

  @Test
  void whoKnowsNothingOfTheConnectionSaysSo() {
    Rehearsal call = afterTheServersEnd();

    call.play(call.joined(), call.came(BEN_AGAIN));
    call.play(
        said(call, new PeerMessage.Continue(1, new InstanceId("somebody"), Rehearsal.INSTANCE)));

    assertThat(call.effects())
        .containsExactly(new CallEffect.SendToPeer(BEN_AGAIN.peer(), new PeerMessage.StartOver(1)));
  }

  @Test
  void whoIsToldToStartOverOffersAnew() {
    Rehearsal call = afterTheServersEnd();
    PeerKey before = call.ben();

    call.play(call.joined(BEN_AGAIN)).play(said(call, new PeerMessage.StartOver(1)));

    assertThat(call.effects())
        .contains(new CallEffect.ClosePeer(before), new CallEffect.MakeOffer(call.ben(), 1, false));
  }

  @Test
  void whoIsToldTwiceToStartOverDoesItOnce() {
    Rehearsal call = afterTheServersEnd();
    call.play(call.joined(BEN_AGAIN)).play(said(call, new PeerMessage.StartOver(1)));

    call.play(said(call, new PeerMessage.StartOver(1)));

    assertThat(call.effects()).isEmpty();
  }

  @Test
  void whatOneWhoStartsOverHasNotReceivedIsStillWaitedFor() {
    Rehearsal call = Rehearsal.inRoom(BEN, CARLA).connected();
    call.play(new CallEvent.ChatWritten(5, "still there?"));
    call.play(
        new CallEvent.ChannelSaid(call.session(CARLA).key(), 6, new ChannelMessage.Received(1)));

    call.play(call.heard(FIRST_OFFER));

    assertThat(call.session().chat().unreceived()).hasSize(1);
    assertThat(call.effects()).doesNotHaveAnyElementsOfTypes(CallEffect.ShowChat.class);
  }

  /// The server has forgotten us alone: the others, who saw us go, are there as they were.
  @Test
  void whoIsThereUnderTheSameIdIsAskedWhetherTheConnectionGoesOn() {
    Rehearsal call = afterTheServersEnd();

    call.play(call.joined(BEN));
    assertThat(call.effects())
        .containsExactly(
            new CallEffect.SendToPeer(
                BEN.peer(), new PeerMessage.Continue(1, Rehearsal.INSTANCE, BENS)));

    call.play(call.heard(new PeerMessage.StartOver(0)));
    assertThat(call.effects()).contains(new CallEffect.MakeOffer(call.ben(), 1, false));
  }

  @Test
  void aConnectionThatNeverStoodIsMadeAnew() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    PeerKey before = call.ben();

    call.play(call.interrupted(), call.session(false)).play(call.joined(BEN_AGAIN));

    assertThat(call.effects()).contains(new CallEffect.ClosePeer(before));
    assertThat(call.ben().generation()).isGreaterThan(before.generation());
  }

  @Test
  void ofSeveralWhoComeBackInAnotherOrderEachIsTakenForWhoTheyWere() {
    Rehearsal call = Rehearsal.inRoom(BEN, CARLA).connected();
    PeerKey ben = call.ben();
    PeerKey carla = call.session(CARLA).key();
    call.play(
        new CallEvent.LinkChanged(carla, Link.CONNECTED),
        new CallEvent.ChannelSaid(
            carla, 5, new ChannelMessage.Greeting(new InstanceId("carla-once"))));
    Member carlaAgain = new Member(new PeerId("carla-2"), CARLA.name(), CARLA.media());

    call.play(call.interrupted(), call.session(false));
    call.play(call.joined(carlaAgain), call.came(BEN_AGAIN));

    assertThat(call.session().key()).isEqualTo(ben);
    assertThat(call.session(CARLA).key()).isEqualTo(carla);
    assertThat(call.session(CARLA).member()).isEqualTo(carlaAgain);
    assertThat(call.effects()).doesNotHaveAnyElementsOfTypes(CallEffect.ClosePeer.class);
  }

  @Test
  void aMemberIsShownAsTheSameOneAllTheWhile() {
    Rehearsal call = afterTheServersEnd();
    call.play(call.joined(), call.came(BEN_AGAIN));
    assertThat(call.session().snapshot(false).peer()).isEqualTo(BEN.peer());
  }

  @Test
  void whoWasNotToBeHeardIsNotHeardOverANewConnectionEither() {
    Rehearsal call = afterTheServersEnd();
    call.play(new CallEvent.PeerMuteWished(BEN.peer(), true));

    call.play(call.joined(BEN_AGAIN)).play(said(call, new PeerMessage.StartOver(1)));

    assertThat(call.session().snapshot(false).mutedHere()).isTrue();
    assertThat(call.effects()).contains(new CallEffect.HearPeer(call.ben(), false));
  }
}
