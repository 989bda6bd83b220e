package dev.confab.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage.Done;
import dev.confab.protocol.ServerMessage.Joined;
import dev.confab.protocol.ServerMessage.MemberLeft;
import dev.confab.protocol.ServerMessage.Signal;
import dev.confab.protocol.ServerMessage.Welcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResumeTest {
  private final Hall hall = new Hall();
  private final Guest ann = hall.member("Ann");
  private final Guest bob = hall.member("Bob");
  private final PeerId annsPlace = ann.place();
  private final PeerId bobsPlace = bob.place();

  @Test
  void aMemberThatComesBackKeepsItsPlace() {
    int before = ann.heard().size();
    bob.losesItsSocket();
    hall.passes(Duration.ofSeconds(29));
    bob.comesBack();
    hall.passes(Duration.ofSeconds(60));
    bob.signal(annsPlace, "here I am");
    assertThat(ann.heard().subList(before, ann.heard().size()))
        .containsExactly(new Signal(4, bobsPlace, "here I am"));
  }

  @Test
  void theWelcomeSaysThatTheSessionIsTheOldOneAndWhatArrived() {
    Welcome first = bob.welcome();
    bob.losesItsSocket();
    bob.comesBack();
    assertThat(bob.welcome().resumed()).isTrue();
    assertThat(bob.welcome().session()).isEqualTo(first.session());
    assertThat(bob.welcome().lastId()).isEqualTo(2);
  }

  @Test
  void whatWasMissedFollowsTheWelcomeInOrder() {
    bob.losesItsSocket();
    ann.signal(bobsPlace, "one");
    ann.signal(bobsPlace, "two");
    bob.comesBack(bob.welcome().resumeToken(), 2);
    assertThat(bob.welcome().seq()).isEqualTo(2);
    assertThat(bob.heardAfterTheWelcome())
        .containsExactly(new Signal(3, annsPlace, "one"), new Signal(4, annsPlace, "two"));
  }

  @Test
  void whatWasSentButNeverArrivedIsSentAgain() {
    ann.signal(bobsPlace, "into a dead socket");
    bob.losesItsSocket();
    bob.comesBack(bob.welcome().resumeToken(), 2);
    assertThat(bob.last()).isEqualTo(new Signal(3, annsPlace, "into a dead socket"));
  }

  @Test
  void theAnswerToAJoinThatWasInterruptedIsNotLost() {
    Guest cid = hall.guest("Cid");
    ResumeToken token = cid.welcome().resumeToken();
    cid.join("coffee");
    Joined answer = cid.only(Joined.class);
    cid.losesItsSocket();
    cid.comesBack(token, 1);
    assertThat(cid.heardAfterTheWelcome()).containsExactly(answer);
  }

  @Test
  void aRequestRepeatedAfterAResumptionIsNotAppliedTwice() {
    bob.leave();
    Done done = bob.only(Done.class);
    bob.losesItsSocket();
    bob.comesBack(bob.welcome().resumeToken(), 2);
    bob.say(new ClientMessage.Leave(3));
    assertThat(bob.heardAfterTheWelcome()).containsExactly(done);
  }

  @Test
  void aHelloThatResumesStandsOutsideTheCountOfMessages() {
    bob.losesItsSocket();
    bob.comesBack();
    assertThat(bob.welcome().re()).isEqualTo(1);
    bob.say(new ClientMessage.Leave(3));
    assertThat(bob.last()).isEqualTo(new Done(3, 3));
  }

  @Test
  void whoHasSaidNothingButHelloComesBackToo() {
    Guest cid = hall.guest("Cid");
    cid.losesItsSocket();
    cid.comesBack();
    assertThat(cid.welcome().resumed()).isTrue();
    assertThat(cid.welcome().lastId()).isEqualTo(1);
  }

  @Test
  void theOthersHearNothingOfAShortInterruption() {
    int before = ann.heard().size();
    bob.losesItsSocket();
    hall.passes(Duration.ofSeconds(5));
    bob.comesBack();
    assertThat(ann.heard()).hasSize(before);
  }

  @Test
  void whoDoesNotComeBackIsLostAfterTheGrace() {
    int before = ann.heard().size();
    bob.losesItsSocket();
    hall.passes(Duration.ofMillis(29_999));
    assertThat(ann.heard()).hasSize(before);
    hall.passes(Duration.ofMillis(1));
    assertThat(ann.last()).isEqualTo(new MemberLeft(4, bobsPlace, LeaveReason.LOST));
  }

  @Test
  void whoComesBackTooLateStartsOver() {
    bob.losesItsSocket();
    hall.passes(Hall.GRACE);
    bob.comesBack();
    assertThat(bob.welcome().resumed()).isFalse();
    assertThat(bob.welcome().seq()).isEqualTo(1);
    bob.join("tea");
    assertThat(bob.last()).isInstanceOf(Joined.class);
  }

  @Test
  void theGraceBeginsAnewWithEachLoss() {
    bob.losesItsSocket();
    hall.passes(Duration.ofSeconds(20));
    bob.comesBack();
    hall.passes(Duration.ofSeconds(20));
    bob.losesItsSocket();
    hall.passes(Duration.ofSeconds(20));
    bob.comesBack();
    assertThat(bob.welcome().resumed()).isTrue();
  }

  @Test
  void whoMissedTooManyMessagesStartsOverAndIsSeenToLeave() {
    ResumeToken token = bob.welcome().resumeToken();
    for (int i = 0; i < Replay.MAX_MESSAGES + 1; i++) {
      ann.signal(bobsPlace, "again");
    }
    bob.losesItsSocket(); // and of all this, only the first arrived
    bob.comesBack(token, 2);
    assertThat(bob.welcome().resumed()).isFalse();
    assertThat(ann.last()).isEqualTo(new MemberLeft(4, bobsPlace, LeaveReason.LOST));
    bob.join("tea");
    assertThat(bob.only(Joined.class).members()).hasSize(1);
  }

  @Test
  void asManyMessagesAsAreKeptCanBeMissed() {
    ResumeToken token = bob.welcome().resumeToken();
    for (int i = 0; i < Replay.MAX_MESSAGES; i++) {
      ann.signal(bobsPlace, "again");
    }
    bob.losesItsSocket(); // and of all this, only the first arrived
    bob.comesBack(token, 2);
    assertThat(bob.heardAfterTheWelcome()).hasSize(Replay.MAX_MESSAGES);
  }

  @Test
  void whatIsKeptForOneWhoComesBackIsBoundedBySizeToo() {
    ResumeToken token = bob.welcome().resumeToken();
    for (int i = 0; i < 30; i++) {
      ann.signal(bobsPlace, "x".repeat(49_152));
    }
    bob.losesItsSocket(); // and of all this, only the first arrived
    bob.comesBack(token, 2);
    assertThat(bob.welcome().resumed()).isFalse();
  }

  @Test
  void whoWouldHearTooMuchAgainIsClosedAndMayTryAgain() {
    ResumeToken token = bob.welcome().resumeToken();
    ann.signal(bobsPlace, "x".repeat(10_000));
    bob.losesItsSocket();
    hall.repeatsAtMost(10_000);
    bob.comesBack(token, 2);
    assertThat(bob.heard()).isEmpty();
    assertThat(hall.closed()).containsEntry(bob.connection(), CloseCode.TOO_FAST);
    bob.losesItsSocket();
    hall.repeatsAtMost(11_000);
    bob.comesBack(token, 2);
    assertThat(bob.heardAfterTheWelcome()).hasSize(1);
  }

  @Test
  void whoClaimsWhatWasNeverSentStartsOver() {
    bob.losesItsSocket();
    bob.comesBack(bob.welcome().resumeToken(), 99);
    assertThat(bob.welcome().resumed()).isFalse();
  }

  @Test
  void aTokenThatNobodyWasGivenOpensNothing() {
    bob.losesItsSocket();
    bob.comesBack(new ResumeToken("A".repeat(43)), 2);
    assertThat(bob.welcome().resumed()).isFalse();
  }

  @Test
  void eachWelcomeHasAnotherToken() {
    ResumeToken first = bob.welcome().resumeToken();
    bob.losesItsSocket();
    bob.comesBack();
    assertThat(bob.welcome().resumeToken()).isNotEqualTo(first);
  }

  @Test
  void aUsedTokenIsDeadOnceTheClientHasSpoken() {
    ResumeToken used = bob.welcome().resumeToken();
    bob.losesItsSocket();
    bob.comesBack();
    bob.update(Guest.ALL_ON);
    Guest thief = new Guest(hall, "Thief");
    thief.comesBack(used, 2);
    assertThat(thief.welcome().resumed()).isFalse();
    assertThat(hall.closed()).doesNotContainKey(bob.connection());
  }

  @Test
  void aUsedTokenIsDeadOnceTheNextOneWasShown() {
    ResumeToken used = bob.welcome().resumeToken();
    bob.losesItsSocket();
    bob.comesBack();
    bob.losesItsSocket();
    bob.comesBack();
    Guest thief = new Guest(hall, "Thief");
    thief.comesBack(used, 2);
    assertThat(thief.welcome().resumed()).isFalse();
  }

  @Test
  void whoseWelcomeWasLostMayComeWithTheSameTokenAgain() {
    ResumeToken token = bob.welcome().resumeToken();
    bob.losesItsSocket();
    bob.comesBack(token, 2);
    bob.losesItsSocket();
    bob.comesBack(token, 2);
    assertThat(bob.welcome().resumed()).isTrue();
  }

  @Test
  void aSecondSocketTakesOverFromOneThatIsThoughtAlive() {
    ConnectionId old = bob.connection();
    bob.comesBack();
    assertThat(bob.welcome().resumed()).isTrue();
    assertThat(hall.closed()).containsEntry(old, CloseCode.REPLACED);
  }

  @Test
  void theEndOfASocketThatWasReplacedChangesNothing() {
    ConnectionId old = bob.connection();
    bob.comesBack();
    hall.run(hall.sessions.closed(old, Departure.INTERRUPTED, hall.now()));
    hall.passes(Hall.GRACE);
    ann.signal(bobsPlace, "still there?");
    assertThat(bob.last()).isEqualTo(new Signal(3, annsPlace, "still there?"));
  }

  @Test
  void whatARelievedSocketStillSaysIsRefused() {
    ConnectionId old = bob.connection();
    bob.comesBack();
    hall.run(hall.sessions.received(old, new ClientMessage.Leave(9), hall.now()));
    assertThat(hall.rooms.isEmpty()).isFalse();
    ann.signal(bobsPlace, "still there?");
    assertThat(bob.last()).isInstanceOf(Signal.class);
  }

  @Test
  void whenTooManyAreAwayTheOneOutsideAnyRoomIsForgottenFirst() {
    Hall small = new Hall(2, 2);
    Guest member = small.member("Ann");
    Guest idle = small.guest("Bob");
    Guest other = small.member("Cid");
    member.losesItsSocket();
    idle.losesItsSocket();
    other.losesItsSocket();
    member.comesBack();
    idle.comesBack();
    other.comesBack();
    assertThat(member.welcome().resumed()).isTrue();
    assertThat(idle.welcome().resumed()).isFalse();
    assertThat(other.welcome().resumed()).isTrue();
  }
}
