package dev.confab.client.signaling;

import static dev.confab.client.signaling.RecordingListener.INTERRUPTED;
import static dev.confab.client.signaling.SignalingRig.resumed;
import static dev.confab.client.signaling.SignalingRig.signal;
import static dev.confab.client.signaling.SignalingRig.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallFailure;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.Protocol;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Silence, sockets of the past, odd messages, and the end of a session that stands.
class LivelinessTest {
  private final SignalingRig rig = new SignalingRig();
  private final FakeConnection first = rig.connectAndWelcome();

  @Test
  void silenceOf15SecondsIsNotYetDeathButFiveMoreAre() {
    rig.worker.advance(Protocol.SILENCE);
    assertThat(first.state()).isEqualTo(FakeConnection.State.OPEN);
    assertThat(first.pings()).isEqualTo(3);

    rig.worker.advance(CurrentSocket.TICK);

    assertThat(first.state()).isEqualTo(FakeConnection.State.DROPPED);
    assertThat(rig.listener.heard()).containsExactly(welcome(), INTERRUPTED);
  }

  @Test
  void anAnswerToAPingIsASignOfLife() {
    for (int i = 0; i < 10; i++) {
      rig.worker.advance(Duration.ofSeconds(14));
      first.events.onHeard();
      rig.worker.runDue();
    }

    assertThat(first.state()).isEqualTo(FakeConnection.State.OPEN);
  }

  @Test
  void whatAnOldSocketStillSaysIsDropped() {
    FakeConnection second = rig.loseAndRetry(first);
    rig.greet(second, SignalingRig.resumed(1, 1));

    first.says(signal(9));
    first.events.onOpened();
    rig.closes(first, CloseCode.REPLACED);

    assertThat(rig.listener.heard())
        .containsExactly(welcome(), INTERRUPTED, SignalingRig.resumed(1, 1));
    assertThat(second.state()).isEqualTo(FakeConnection.State.OPEN);
  }

  @Test
  void aTypeOfANewerServerIsPassedOver() {
    first.events.onText("{\"type\":\"fireworks\",\"seq\":2}");
    first.says(signal(3));
    rig.worker.runDue();

    assertThat(rig.listener.heard()).containsExactly(welcome(), signal(3));
  }

  @Test
  void aServerThatTalksNonsenseIsLeftAndTriedAgain() {
    first.events.onText("{\"type\":\"signal\",\"seq\":\"two\"}");
    rig.worker.advance(Duration.ofSeconds(1));

    assertThat(first.state()).isEqualTo(FakeConnection.State.DROPPED);
    assertThat(rig.connections).hasSize(2);
  }

  @Test
  void closingSaysGoodbyeAfterWhatWasSaid() {
    rig.say("the last word");

    rig.signaling.close();
    rig.worker.runDue();

    assertThat(first.sentAfterHello()).hasSize(1);
    assertThat(first.state()).isEqualTo(FakeConnection.State.CLOSING);
  }

  @Test
  void afterTheGoodbyeIsAnsweredNothingIsLeft() {
    rig.signaling.close();
    rig.worker.runDue();

    rig.closes(first, CloseCode.NORMAL);

    assertThat(rig.worker.isShutDown()).isTrue();
    assertThat(rig.listener.heard()).containsExactly(welcome());
  }

  @Test
  void aGoodbyeThatIsNotAnsweredEndsAfterAWhile() {
    rig.signaling.close();
    rig.worker.advance(Stay.CLOSING);

    assertThat(first.state()).isEqualTo(FakeConnection.State.DROPPED);
    assertThat(rig.worker.isShutDown()).isTrue();
  }

  @Test
  void aClosedSessionSaysNothingMore() {
    rig.signaling.close();
    first.says(signal(2));
    first.events.onText("nonsense");
    rig.closes(first, CloseCode.REPLACED);

    assertThat(rig.listener.heard()).containsExactly(welcome());
  }

  @Test
  void whoLeavesWithoutASocketIsSaidToHaveLeftOnTheNextOne() {
    FakeConnection second = rig.loseAndRetry(first);
    rig.say("leave");
    rig.signaling.close();
    rig.worker.runDue();

    rig.greet(second, resumed(1, 1));

    assertThat(SignalingRig.ids(second.sentAfterHello())).containsExactly(2L);
    assertThat(second.state()).isEqualTo(FakeConnection.State.CLOSING);
    rig.closes(second, CloseCode.NORMAL);
    assertThat(rig.worker.isShutDown()).isTrue();
    assertThat(rig.listener.heard()).containsExactly(welcome(), RecordingListener.INTERRUPTED);
  }

  @Test
  void aGoodbyeThatWasLostWithTheSocketIsSaidAgain() {
    rig.say("leave");
    rig.signaling.close();
    rig.worker.runDue();
    FakeConnection second = rig.loseAndRetry(first);

    rig.greet(second, resumed(1, 1));

    assertThat(SignalingRig.ids(second.sentAfterHello())).containsExactly(2L);
    assertThat(second.state()).isEqualTo(FakeConnection.State.CLOSING);
  }

  @Test
  void aGoodbyeIsNotTriedForLongerThanThePlaceIsKept() {
    first.events.onClosed(1006);
    rig.worker.runDue();

    rig.signaling.close();
    rig.worker.advance(Protocol.RESUME_GRACE);

    assertThat(rig.worker.isShutDown()).isTrue();
    assertThat(rig.connections.getLast().state()).isEqualTo(FakeConnection.State.DROPPED);
  }

  @Test
  void aBugEndsTheSessionInsteadOfHangingIt() {
    first.close();

    rig.say("which the fake refuses, since it is not open");

    assertThat(rig.listener.heard()).containsExactly(welcome(), new CallFailure.BrokenInside());
    assertThat(rig.worker.isShutDown()).isTrue();
  }

  @Test
  void withoutASessionNothingIsSent() {
    assertThat(new SignalingRig().say("to nobody")).isZero();
  }
}
