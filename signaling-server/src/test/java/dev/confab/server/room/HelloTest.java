package dev.confab.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.Limits;
import dev.confab.protocol.ServerMessage.Draining;
import dev.confab.protocol.ServerMessage.Joined;
import dev.confab.protocol.ServerMessage.MemberLeft;
import dev.confab.protocol.ServerMessage.Refused;
import dev.confab.protocol.ServerMessage.Signal;
import dev.confab.protocol.ServerMessage.UnsupportedVersion;
import dev.confab.protocol.ServerMessage.Welcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelloTest {
  private final Hall hall = new Hall();

  @Test
  void aHelloIsWelcomed() {
    Welcome welcome = hall.guest("Ann").welcome();
    assertThat(welcome.seq()).isEqualTo(1);
    assertThat(welcome.re()).isEqualTo(1);
    assertThat(welcome.version()).isEqualTo(1);
    assertThat(welcome.resumed()).isFalse();
    assertThat(welcome.lastId()).isEqualTo(1);
    assertThat(welcome.iceServers()).containsExactly(Hall.STUN);
    assertThat(welcome.limits()).isEqualTo(Limits.DEFAULT);
  }

  @Test
  void theNewestCommonVersionIsChosen() {
    Guest ann = new Guest(hall, "Ann");
    ann.hello(List.of(7, 1, 0), null);
    assertThat(ann.welcome().version()).isEqualTo(1);
  }

  @Test
  void withoutACommonVersionTheServerNamesItsOwnAndCloses() {
    Guest ann = new Guest(hall, "Ann");
    ann.hello(List.of(2, 3), null);
    assertThat(ann.last()).isEqualTo(new UnsupportedVersion(0, 1, List.of(1)));
    assertThat(hall.closed()).containsEntry(ann.connection(), CloseCode.UNSUPPORTED_VERSION);
  }

  @Test
  void aSecondHelloIsRefused() {
    Guest ann = hall.guest("Ann");
    ann.hello();
    assertThat(ann.only(Refused.class).code()).isEqualTo(ErrorCode.HELLO_TWICE.wire());
  }

  @Test
  void whateverComesBeforeAHelloIsRefusedWithoutANumber() {
    Guest ann = new Guest(hall, "Ann");
    ann.join("tea");
    assertThat(ann.only(Refused.class).code()).isEqualTo(ErrorCode.HELLO_FIRST.wire());
    assertThat(ann.last().seq()).isZero();
  }

  @Test
  void messagesAreNumberedWithoutGaps() {
    Guest ann = hall.member("Ann");
    ann.leave();
    ann.leave();
    assertThat(ann.heard()).extracting(message -> message.seq()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void aRepeatedMessageIsNotAppliedTwice() {
    Guest ann = hall.member("Ann");
    ann.leave();
    int before = ann.heard().size();
    ann.say(new ClientMessage.Leave(3));
    assertThat(ann.heard()).hasSize(before);
  }

  @Test
  void idsMayHaveGaps() {
    Guest ann = hall.guest("Ann");
    ann.nextId();
    ann.join("tea");
    assertThat(ann.last()).isInstanceOf(Joined.class);
  }

  @Test
  void whoSaysGoodbyeLeavesAtOnce() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    bob.departs(Departure.GOODBYE);
    assertThat(ann.last()).isEqualTo(new MemberLeft(4, bob.place(), LeaveReason.LEFT));
    assertThat(hall.sessions.size()).isEqualTo(1);
  }

  @Test
  void whoWasThrownOutIsLostAtOnce() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    bob.departs(Departure.CUT_OFF);
    assertThat(ann.last()).isEqualTo(new MemberLeft(4, bob.place(), LeaveReason.LOST));
  }

  @Test
  void whenTheServerDrainsEveryoneIsTold() {
    Guest ann = hall.member("Ann");
    hall.run(hall.sessions.drain(12));
    assertThat(ann.last()).isEqualTo(new Draining(3, 12));
  }

  @Test
  void whenTheServerDrainsNobodyJoins() {
    Guest ann = hall.guest("Ann");
    hall.run(hall.sessions.drain(12));
    ann.join("tea");
    assertThat(ann.only(Refused.class).code()).isEqualTo(ErrorCode.DRAINING.wire());
  }

  @Test
  void whenTheServerDrainsNobodyNewComesIn() {
    hall.run(hall.sessions.drain(12));
    Guest ann = hall.guest("Ann");
    assertThat(ann.only(Refused.class).code()).isEqualTo(ErrorCode.DRAINING.wire());
    assertThat(hall.closed()).containsEntry(ann.connection(), CloseCode.GOING_AWAY);
  }

  @Test
  void whenTheServerDrainsMembersMayStillComeBackAndSignal() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    hall.run(hall.sessions.drain(12));
    var annsPlace = ann.place();
    bob.losesItsSocket();
    bob.comesBack();
    bob.signal(annsPlace, "still here");
    assertThat(ann.last()).isInstanceOf(Signal.class);
  }
}
