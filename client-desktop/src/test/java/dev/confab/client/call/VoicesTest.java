package dev.confab.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.PeerId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VoicesTest {
  private static final PeerKey BEN = new PeerKey(new PeerId("ben"), 1);
  private static final PeerKey CARLA = new PeerKey(new PeerId("carla"), 2);

  private static Voices heard(Voices before, int moments, double ben, double carla) {
    Voices now = before;
    for (int i = 0; i < moments; i++) {
      now = now.heard(Map.of(BEN, ben, CARLA, carla));
    }
    return now;
  }

  @Test
  void whoIsLoudSpeaksAtOnce() {
    Voices voices = heard(Voices.SILENCE, 1, 0.3, 0.001);
    assertThat(voices.speaks(BEN)).isTrue();
    assertThat(voices.speaks(CARLA)).isFalse();
    assertThat(voices.speaker()).isEqualTo(BEN);
  }

  @Test
  void aPauseBetweenWordsIsNoEnd() {
    Voices voices = heard(heard(Voices.SILENCE, 3, 0.3, 0), 4, 0, 0);
    assertThat(voices.speaks(BEN)).isTrue();
    assertThat(heard(voices, 1, 0, 0).speaks(BEN)).isFalse();
  }

  @Test
  void whoSpokeLastStaysTheSpeakerInTheSilence() {
    Voices voices = heard(heard(Voices.SILENCE, 3, 0.3, 0), 50, 0, 0);
    assertThat(voices.speaker()).isEqualTo(BEN);
  }

  @Test
  void aCoughDoesNotTakeOver() {
    Voices voices = heard(heard(Voices.SILENCE, 3, 0.3, 0), 10, 0, 0);
    voices = heard(heard(voices, 2, 0, 0.5), 10, 0, 0);
    assertThat(voices.speaker()).isEqualTo(BEN);
  }

  @Test
  void whoGoesOnTalkingTakesOverWhenTheOtherHasStopped() {
    Voices voices = heard(Voices.SILENCE, 5, 0.3, 0);
    voices = heard(voices, 4, 0, 0.3);
    assertThat(voices.speaker()).isEqualTo(BEN);
    assertThat(heard(voices, 1, 0, 0.3).speaker()).isEqualTo(CARLA);
  }

  @Test
  void whoTalksOverSomeoneDoesNotTakeOver() {
    Voices voices = heard(heard(Voices.SILENCE, 5, 0.3, 0), 50, 0.3, 0.9);
    assertThat(voices.speaker()).isEqualTo(BEN);
  }

  @Test
  void whoLeavesAsTheLastIsNoLongerTheSpeaker() {
    Rehearsal call = Rehearsal.inRoom(Rehearsal.BEN).connected();
    CallEvent loud = new CallEvent.LevelsHeard(Map.of(call.ben(), 0.3));
    call.play(loud).play(call.left(Rehearsal.BEN), loud);
    assertThat(call.state().snapshot(new LatestFrame()).phase())
        .isInstanceOfSatisfying(Phase.InCall.class, in -> assertThat(in.speaker()).isNull());
  }

  @Test
  void whoLeavesIsNoLongerTheSpeaker() {
    Voices voices = heard(Voices.SILENCE, 5, 0.3, 0);
    assertThat(voices.heard(Map.of(CARLA, 0.0)).speaker()).isNull();
  }
}
