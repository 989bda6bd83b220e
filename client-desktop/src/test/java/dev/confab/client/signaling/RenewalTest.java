package dev.confab.client.signaling;

import static dev.confab.client.signaling.RecordingListener.INTERRUPTED;
import static dev.confab.client.signaling.SignalingRig.resumed;
import static dev.confab.client.signaling.SignalingRig.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Another socket in place of the present one, before that is found dead.
class RenewalTest {
  private final SignalingRig rig = new SignalingRig();

  private void renew() {
    rig.signaling.renew();
    rig.worker.runDue();
  }

  @Test
  void theSessionIsResumedOverANewSocketAtOnce() {
    FakeConnection first = rig.connectAndWelcome();

    renew();

    assertThat(first.state()).isEqualTo(FakeConnection.State.DROPPED);
    assertThat(rig.connections).hasSize(2);
    rig.greet(rig.connections.getLast(), resumed(1, 1));
    assertThat(rig.listener.heard()).containsExactly(welcome(), INTERRUPTED, resumed(1, 1));
  }

  @Test
  void theNextTryIsMadeNowAndNotOnceMoreLater() {
    FakeConnection first = rig.connectAndWelcome();
    first.events.onClosed(1006);
    rig.worker.runDue();
    assertThat(rig.connections).hasSize(1);

    renew();
    FakeConnection second = rig.connections.getLast();
    rig.greet(second, resumed(1, 1));
    rig.worker.advance(Duration.ofSeconds(10));

    assertThat(rig.connections).hasSize(2);
    assertThat(second.state()).isEqualTo(FakeConnection.State.OPEN);
  }

  @Test
  void aFirstAttemptIsLeftAlone() {
    FakeConnection first = rig.connect();
    renew();
    assertThat(rig.connections).containsExactly(first);
  }

  @Test
  void aGoodbyeIsNotTakenBack() {
    rig.connectAndWelcome();
    rig.signaling.close();
    renew();
    assertThat(rig.connections).hasSize(1);
  }
}
