package dev.confab.client.signaling;

import static dev.confab.client.signaling.SignalingRig.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.confab.client.call.CallFailure;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Protocol;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// From `connect` to the first `welcome`, or to the reason why there is none.
class FirstSessionTest {
  private final SignalingRig rig = new SignalingRig();

  @Test
  void theFirstWordIsAHelloWithoutAResumption() {
    FakeConnection connection = rig.connect();

    connection.opens();
    rig.worker.runDue();

    assertThat(connection.sent())
        .singleElement()
        .isInstanceOfSatisfying(
            ClientMessage.Hello.class,
            hello -> {
              assertThat(hello.id()).isEqualTo(1);
              assertThat(hello.versions()).isEqualTo(Protocol.VERSIONS);
              assertThat(hello.name()).isEqualTo(SignalingRig.ADA);
              assertThat(hello.resume()).isNull();
            });
  }

  @Test
  void aWelcomeIsASession() {
    rig.connectAndWelcome();

    assertThat(rig.listener.heard()).containsExactly(SignalingRig.welcome());
  }

  @Test
  void whatIsSaidBeforeTheSessionStandsWaitsForIt() {
    FakeConnection connection = rig.connect();
    rig.say("early");
    rig.say("too");

    rig.greet(connection, SignalingRig.welcome());

    assertThat(SignalingRig.ids(connection.sent())).containsExactly(1L, 2L, 3L);
  }

  @Test
  void idsGrowByOneFromTwo() {
    rig.connectAndWelcome();

    assertThat(List.of(rig.say("a"), rig.say("b"), rig.say("c"))).containsExactly(2L, 3L, 4L);
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        arguments(Connection.Problem.NO_SUCH_HOST, new CallFailure.ServerUnknown(SERVER)),
        arguments(Connection.Problem.UNREACHABLE, new CallFailure.ServerUnreachable(SERVER)),
        arguments(Connection.Problem.NOT_TRUSTED, new CallFailure.ServerNotTrusted(SERVER)),
        arguments(Connection.Problem.NOT_A_SERVER, new CallFailure.NotAServer(SERVER)));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void theFirstFailureIsTheEnd(Connection.Problem problem, CallFailure failure) {
    rig.connect().events.onFailed(problem);
    rig.worker.runDue();

    assertEndedWith(failure);
  }

  static Stream<Arguments> closes() {
    return Stream.of(
        arguments(CloseCode.SERVER_FULL, new CallFailure.ServerBusy(SERVER)),
        arguments(CloseCode.GOING_AWAY, new CallFailure.ServerStopping(SERVER)),
        arguments(CloseCode.UNSUPPORTED_VERSION, new CallFailure.ServerTooNew(SERVER)),
        arguments(CloseCode.INTERNAL_ERROR, new CallFailure.ServerUnreachable(SERVER)));
  }

  @ParameterizedTest
  @MethodSource("closes")
  void aCloseBeforeTheWelcomeIsTheEnd(CloseCode code, CallFailure failure) {
    FakeConnection connection = rig.connect();
    connection.opens();

    rig.closes(connection, code);

    assertEndedWith(failure);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        arguments(refusal(ErrorCode.SERVER_FULL), new CallFailure.ServerBusy(SERVER)),
        arguments(refusal(ErrorCode.DRAINING), new CallFailure.ServerStopping(SERVER)),
        arguments(refusal(ErrorCode.BAD_NAME), new CallFailure.Refused("bad-name", "No.")),
        arguments(
            new ServerMessage.UnsupportedVersion(0, 1, List.of(0)),
            new CallFailure.ServerTooOld(SERVER)),
        arguments(
            new ServerMessage.UnsupportedVersion(0, 1, List.of(3, 2)),
            new CallFailure.ServerTooNew(SERVER)),
        arguments(new ServerMessage.Done(1, 1), new CallFailure.NotAServer(SERVER)),
        arguments(SignalingRig.resumed(1, 1), new CallFailure.NotAServer(SERVER)));
  }

  private static ServerMessage refusal(ErrorCode code) {
    return new ServerMessage.Refused(0, 1L, code.wire(), "No.");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void anotherAnswerThanAWelcomeIsTheEnd(ServerMessage answer, CallFailure failure) {
    FakeConnection connection = rig.connect();
    connection.opens();

    connection.says(answer);
    rig.worker.runDue();

    assertEndedWith(failure);
  }

  @Test
  void aServerThatDoesNotSpeakTheProtocolIsNone() {
    FakeConnection connection = rig.connect();
    connection.opens();

    connection.events.onText("220 smtp.example.org ESMTP");
    rig.worker.runDue();

    assertEndedWith(new CallFailure.NotAServer(SERVER));
  }

  @Test
  void aServerThatNeverAnswersIsUnreachable() {
    rig.connect().opens();

    rig.worker.advance(CurrentSocket.ATTEMPT);

    assertEndedWith(new CallFailure.ServerUnreachable(SERVER));
  }

  @Test
  void closingWhileConnectingLeavesNothingBehind() {
    FakeConnection connection = rig.connect();

    rig.signaling.close();
    rig.worker.runDue();
    connection.events.onOpened();
    connection.events.onFailed(Connection.Problem.UNREACHABLE);
    rig.worker.runDue();

    assertThat(rig.listener.heard()).isEmpty();
    assertThat(connection.state()).isEqualTo(FakeConnection.State.DROPPED);
    assertThat(rig.worker.isShutDown()).isTrue();
  }

  private void assertEndedWith(CallFailure failure) {
    assertThat(rig.listener.heard()).containsExactly(failure);
    assertThat(rig.connections)
        .singleElement()
        .satisfies(only -> assertThat(only.state()).isEqualTo(FakeConnection.State.DROPPED));
    assertThat(rig.worker.isShutDown()).isTrue();
    assertThat(rig.worker.isIdle()).isTrue();
  }
}
