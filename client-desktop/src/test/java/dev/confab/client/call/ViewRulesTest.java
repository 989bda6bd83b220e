package dev.confab.client.call;

import static dev.confab.client.call.Rehearsal.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ChannelMessage;
import org.junit.jupiter.api.Test;

class ViewRulesTest {
  private static final CallEvent SMALL =
      new CallEvent.TileResized(BEN.peer(), new TileSize(320, 180));
  private static final ChannelMessage.View TOLD = new ChannelMessage.View(320, 180);

  @Test
  void theOtherIsToldHowLargeTheyAreDrawn() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected().play(SMALL);
    assertThat(call.effects()).containsExactly(new CallEffect.SendOnChannel(call.ben(), TOLD));
  }

  @Test
  void theSameSizeIsToldOnce() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected().play(SMALL).play(SMALL);
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void whatWasDecidedBeforeTheChannelOpenedIsToldThen() {
    Rehearsal call = Rehearsal.inRoom(BEN).play(SMALL);
    assertThat(call.effects()).isEmpty();
    call.play(new CallEvent.ChatOpened(call.ben()));
    assertThat(call.effects()).contains(new CallEffect.SendOnChannel(call.ben(), TOLD));
  }

  @Test
  void whatTheOtherSeesLimitsWhatIsSent() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected();
    call.play(call.channel(TOLD));
    assertThat(call.effects())
        .containsExactly(new CallEffect.LimitPicture(call.ben(), new TileSize(320, 180)));
  }

  @Test
  void whoIsMutedHereIsNotHeardAndNobodyIsTold() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected();
    call.play(new CallEvent.PeerMuteWished(BEN.peer(), true));
    assertThat(call.effects()).containsExactly(new CallEffect.HearPeer(call.ben(), false));
    assertThat(call.session().view().mutedHere()).isTrue();
  }
}
