package dev.confab.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage.Done;
import dev.confab.protocol.ServerMessage.Signal;
import org.junit.jupiter.api.Test;

/// What a client is known to have is not kept for it.
class ArrivalTest {
  private static final String LARGE = "x".repeat(Replay.ASK_WEIGHT);

  private final Hall hall = new Hall();
  private final Guest ann = hall.member("Ann");
  private final Guest bob = hall.member("Bob");
  private final PeerId annsPlace = ann.place();
  private final PeerId bobsPlace = bob.place();

  private static Signal signal(long seq, PeerId from, String text) {
    return new Signal(seq, from, text);
  }

  @Test
  void whatHasArrivedIsNotKept() {
    long before = hall.sessions.keptBytes();
    ann.signal(bobsPlace, LARGE);
    assertThat(hall.sessions.keptBytes()).isGreaterThan(before + LARGE.length());
    bob.has(3);
    ann.has(ann.lastSeq());
    assertThat(hall.sessions.keptBytes()).isZero();
  }

  @Test
  void whatCameAfterThatIs() {
    ann.signal(bobsPlace, "three");
    ann.signal(bobsPlace, "four");
    bob.has(3);
    bob.losesItsSocket();
    bob.comesBack(bob.welcome().resumeToken(), 3);
    assertThat(bob.heardAfterTheWelcome()).containsExactly(signal(4, annsPlace, "four"));
  }

  @Test
  void whoHadItAndNamesAnEarlierNumberGetsANewSession() {
    ann.signal(bobsPlace, "three");
    bob.has(3);
    bob.losesItsSocket();
    bob.comesBack(bob.welcome().resumeToken(), 2);
    assertThat(bob.welcome().resumed()).isFalse();
  }

  @Test
  void whatWasNeverSaidCannotHaveArrived() {
    ann.signal(bobsPlace, "three");
    bob.has(4);
    bob.losesItsSocket();
    bob.comesBack(bob.welcome().resumeToken(), 2);
    assertThat(bob.heardAfterTheWelcome()).containsExactly(signal(3, annsPlace, "three"));
  }

  @Test
  void whoIsToldMuchIsAskedWhatItHasAndNotAgainBeforeItAnswers() {
    ann.signal(bobsPlace, "small");
    assertThat(bob.pings()).isEmpty();
    ann.signal(bobsPlace, LARGE);
    ann.signal(bobsPlace, LARGE);
    assertThat(bob.pings()).containsExactly(4L);
    bob.has(4);
    ann.signal(bobsPlace, LARGE);
    assertThat(bob.pings()).containsExactly(4L, 6L);
  }

  @Test
  void whatWasAskedOnADeadSocketIsAskedAgainOnANewOne() {
    ann.signal(bobsPlace, LARGE);
    bob.losesItsSocket();
    bob.comesBack(bob.welcome().resumeToken(), 2);
    ann.signal(bobsPlace, LARGE);
    assertThat(bob.pings()).containsExactly(4L);
  }

  @Test
  void aProgramThatWasStartedAgainIsToldNothingAgain() {
    ResumeToken token = bob.welcome().resumeToken();
    ann.signal(bobsPlace, "to the program that ended");
    bob.losesItsSocket();
    bob.isStartedAgain(token);
    assertThat(bob.welcome().resumed()).isTrue();
    assertThat(bob.welcome().seq()).isEqualTo(3);
    assertThat(bob.heardAfterTheWelcome()).isEmpty();
    bob.say(new ClientMessage.Leave(bob.welcome().lastId() + 1));
    assertThat(bob.last()).isInstanceOf(Done.class);
    assertThat(bob.last().seq()).isEqualTo(4);
  }

  @Test
  void itComesBackHoweverMuchItWasTold() {
    ResumeToken token = bob.welcome().resumeToken();
    for (int i = 0; i < Replay.MAX_MESSAGES + 1; i++) {
      ann.signal(bobsPlace, "one of many");
    }
    bob.losesItsSocket();
    bob.isStartedAgain(token);
    assertThat(bob.welcome().resumed()).isTrue();
  }
}
