package dev.confab.client.signaling;

import static dev.confab.client.signaling.RecordingListener.INTERRUPTED;
import static dev.confab.client.signaling.SignalingRig.resumed;
import static dev.confab.client.signaling.SignalingRig.signal;
import static dev.confab.client.signaling.SignalingRig.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallFailure;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.Protocol;
import dev.confab.protocol.ServerMessage;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A session whose socket is lost.
class ResumptionTest {
  private final SignalingRig rig = new SignalingRig();
  private final FakeConnection first = rig.connectAndWelcome();

  @Test
  void aLostSocketIsToldOnceAndTriedAgainWithTheToken() {
    first.says(signal(2));
    FakeConnection second = rig.loseAndRetry(first);

    second.opens();
    rig.worker.runDue();

    assertThat(rig.listener.heard()).containsExactly(welcome(), signal(2), INTERRUPTED);
    assertThat(second.hello().resume()).isEqualTo(new ClientMessage.Resume(SignalingRig.TOKEN, 2L));
    assertThat(second.hello().id()).isEqualTo(1);
  }

  @Test
  void whatTheServerDidNotGetIsSaidAgain() {
    rig.say("two");
    rig.say("three");
    FakeConnection second = rig.loseAndRetry(first);
    rig.say("four, while there was no socket");

    rig.greet(second, resumed(1, 2));

    assertThat(SignalingRig.ids(second.sentAfterHello())).containsExactly(3L, 4L);
    assertThat(rig.say("five")).isEqualTo(5);
  }

  @Test
  void aServerThatGotNothingButTheHelloIsToldAllAgain() {
    rig.say("two");
    FakeConnection second = rig.loseAndRetry(first);

    rig.greet(second, resumed(1, 0));

    assertThat(SignalingRig.ids(second.sentAfterHello())).containsExactly(2L);
  }

  @Test
  void whatWasAnsweredIsNotKept() {
    for (int i = 0; i < 2 * Conversation.MAX_KEPT; i++) {
      long id = rig.say("x");
      first.says(new ServerMessage.Done(i + 2, id));
    }
    long last = rig.say("the last");
    FakeConnection second = rig.loseAndRetry(first);

    rig.greet(second, resumed(2 * Conversation.MAX_KEPT + 1, last - 1));

    assertThat(SignalingRig.ids(second.sentAfterHello())).containsExactly(last);
  }

  @Test
  void whatWasMissedComesOnceAndInOrder() {
    first.says(signal(2));
    FakeConnection second = rig.loseAndRetry(first);
    rig.greet(second, resumed(2, 1));

    second.says(signal(2));
    second.says(signal(3));
    second.says(signal(3));
    second.says(signal(4));
    rig.worker.runDue();

    assertThat(rig.listener.heard())
        .containsExactly(welcome(), signal(2), INTERRUPTED, resumed(2, 1), signal(3), signal(4));
  }

  @Test
  void aServerThatHasForgottenUsMeansANewSession() {
    rig.say("for the old session");
    first.says(signal(7));
    FakeConnection second = rig.loseAndRetry(first);
    rig.say("still for the old session");

    rig.greet(second, welcome());
    second.says(signal(2));

    assertThat(rig.say("for the new one")).isEqualTo(2);
    assertThat(second.sentAfterHello())
        .singleElement()
        .isInstanceOfSatisfying(
            ClientMessage.Signal.class,
            said -> assertThat(said.payload().text()).isEqualTo("for the new one"));
    assertThat(rig.listener.heard())
        .containsExactly(welcome(), signal(7), INTERRUPTED, welcome(), signal(2));
  }

  @Test
  void whatWasSaidBeforeTheNewSessionWasKnownIsNotSaidInIt() {
    FakeConnection second = rig.loseAndRetry(first);
    second.opens();
    second.says(welcome());

    rig.say("the welcome is on its way, but has not been read");

    assertThat(second.sentAfterHello()).isEmpty();
  }

  @Test
  void theOldSessionIsAskedForAfterTheGraceTimeTooSinceTheServerMayHaveNoticedLater() {
    first.events.onClosed(1006);
    rig.worker.runDue();
    failForAWhile(Protocol.RESUME_GRACE);
    rig.worker.advance(Duration.ofSeconds(4));

    FakeConnection last = rig.connections.getLast();
    last.opens();
    rig.worker.runDue();

    assertThat(last.hello().resume()).isNotNull();
  }

  @Test
  void aServerThatStaysAwayIsGivenUpAfterFiveMinutes() {
    first.events.onClosed(1006);
    rig.worker.runDue();
    failForAWhile(Stay.GIVE_UP.minusSeconds(5));
    assertThat(rig.listener.heard()).containsExactly(welcome(), INTERRUPTED);

    failForAWhile(Duration.ofSeconds(10));

    assertThat(rig.listener.heard())
        .containsExactly(welcome(), INTERRUPTED, new CallFailure.ServerLost(SignalingRig.SERVER));
    assertThat(rig.worker.isIdle()).isTrue();
  }

  @Test
  void thePausesBetweenTriesDoubleUpToALimit() {
    first.events.onClosed(1006);
    rig.worker.runDue();

    long tries =
        IntStream.of(125, 250, 500, 1000, 1000, 1000, 1000, 1000)
            .filter(
                pause -> {
                  rig.worker.advance(Duration.ofMillis(pause - 1));
                  int before = rig.connections.size();
                  rig.worker.advance(Duration.ofMillis(1));
                  rig.connections.getLast().events.onFailed(Connection.Problem.UNREACHABLE);
                  rig.worker.runDue();
                  return rig.connections.size() == before + 1;
                })
            .count();

    assertThat(tries).isEqualTo(8);
  }

  @Test
  void aServerThatThrowsUsOutAtOnceIsNotRunDown() {
    FakeConnection connection = first;
    for (int i = 0; i < 6; i++) {
      rig.closes(connection, CloseCode.TOO_FAST);
      rig.worker.advance(Duration.ofSeconds(1));
      connection = rig.connections.getLast();
      rig.greet(connection, resumed(1, 1));
    }
    int before = rig.connections.size();
    rig.closes(connection, CloseCode.TOO_FAST);

    rig.worker.advance(Duration.ofMillis(999));

    assertThat(rig.connections).hasSize(before);
  }

  @Test
  void tooMuchSaidWithoutASocketMeansANewSession() {
    FakeConnection second = rig.loseAndRetry(first);
    for (int i = 0; i <= Conversation.MAX_KEPT; i++) {
      rig.say("x");
    }
    rig.greet(second, resumed(1, 1));
    rig.worker.advance(Duration.ofSeconds(1));

    FakeConnection third = rig.connections.getLast();
    rig.greet(third, welcome());

    assertThat(second.sentAfterHello()).isEmpty();
    assertThat(third.hello().resume()).isNull();
    assertThat(rig.listener.heard()).containsExactly(welcome(), INTERRUPTED, welcome());
  }

  @ParameterizedTest
  @EnumSource(
      value = CloseCode.class,
      names = {"GOING_AWAY", "INTERNAL_ERROR", "TOO_FAST", "TOO_SLOW"})
  void theseClosesAreResumed(CloseCode code) {
    rig.closes(first, code);
    rig.worker.advance(Duration.ofSeconds(1));

    FakeConnection second = rig.connections.getLast();
    second.opens();
    rig.worker.runDue();

    assertThat(second.hello().resume()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = CloseCode.class,
      names = {"NO_HELLO", "SERVER_FULL"})
  void afterTheseClosesANewSessionIsAskedFor(CloseCode code) {
    rig.closes(first, code);
    rig.worker.advance(Duration.ofSeconds(1));

    FakeConnection second = rig.connections.getLast();
    second.opens();
    rig.worker.runDue();

    assertThat(second.hello().resume()).isNull();
  }

  @Test
  void whoIsReplacedDoesNotComeBack() {
    rig.closes(first, CloseCode.REPLACED);

    assertThat(rig.listener.heard()).containsExactly(welcome(), new CallFailure.Replaced());
    assertThat(rig.worker.isIdle()).isTrue();
  }

  /// Every try fails as soon as it is made.
  private void failForAWhile(Duration time) {
    Duration step = Duration.ofMillis(250);
    for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
      rig.worker.advance(step);
      rig.connections.getLast().events.onFailed(Connection.Problem.UNREACHABLE);
      rig.worker.runDue();
    }
  }
}
