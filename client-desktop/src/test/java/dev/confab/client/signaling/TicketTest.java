package dev.confab.client.signaling;

import static dev.confab.client.signaling.SignalingRig.resumed;
import static dev.confab.client.signaling.SignalingRig.signal;
import static dev.confab.client.signaling.SignalingRig.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallFailure;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A session that an earlier run of the program began.
class TicketTest {
  private static final ResumeToken TICKET = new ResumeToken("B".repeat(43));

  private final SignalingRig rig = new SignalingRig();
  private final FakeConnection socket = rig.connect(TICKET);

  private static ServerMessage.Joined joined(long seq, long re) {
    return new ServerMessage.Joined(seq, re, new RoomId("tea"), new PeerId("ada"), List.of());
  }

  @Test
  void itIsTakenUpWithTheTicket() {
    socket.opens();
    rig.worker.runDue();
    assertThat(socket.hello().resume()).isEqualTo(new ClientMessage.Resume(TICKET, null));
  }

  @Test
  void theIdsGoOn() {
    rig.greet(socket, resumed(17, 40));
    assertThat(rig.say("next")).isEqualTo(41);
    assertThat(SignalingRig.ids(socket.sentAfterHello())).containsExactly(41L);
  }

  @Test
  void whatWasMeantForTheEarlierRunIsNotTold() {
    rig.greet(socket, resumed(17, 40));
    socket.says(signal(18));
    socket.says(joined(19, 2)); // the answer to the join of the earlier run
    long join = rig.say("join");
    socket.says(signal(20));
    socket.says(joined(21, join));
    socket.says(signal(22));
    rig.worker.runDue();

    assertThat(rig.listener.heard()).containsExactly(resumed(17, 40), joined(21, join), signal(22));
  }

  @Test
  void aSocketThatIsLostAgainIsResumedWithTheNewestTokenAndNumber() {
    rig.greet(socket, resumed(17, 40));
    long join = rig.say("join");
    socket.says(signal(18));
    FakeConnection second = rig.loseAndRetry(socket);
    rig.greet(second, resumed(18, 40));
    second.says(signal(19));
    second.says(joined(20, join));
    rig.worker.runDue();

    assertThat(second.hello().resume())
        .isEqualTo(new ClientMessage.Resume(SignalingRig.TOKEN, 18L));
    assertThat(SignalingRig.ids(second.sentAfterHello())).containsExactly(join);
    assertThat(rig.listener.heard().getLast()).isEqualTo(joined(20, join));
    assertThat(rig.listener.heard()).doesNotContain(signal(19));
  }

  @Test
  void aServerThatHasForgottenItBeginsANewOne() {
    rig.greet(socket, welcome());
    socket.says(signal(2));
    rig.worker.runDue();

    assertThat(rig.say("join")).isEqualTo(2);
    assertThat(rig.listener.heard()).containsExactly(welcome(), signal(2));
  }

  @Test
  void aServerThatCannotBeReachedIsAFailureAsAtEveryStart() {
    socket.events.onFailed(Connection.Problem.UNREACHABLE);
    rig.worker.runDue();
    assertThat(rig.listener.heard())
        .containsExactly(new CallFailure.ServerUnreachable(SignalingRig.SERVER));
  }
}
