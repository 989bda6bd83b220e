package dev.confab.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage.Joined;
import dev.confab.protocol.ServerMessage.MemberUpdated;
import dev.confab.protocol.ServerMessage.Refused;
import dev.confab.protocol.ServerMessage.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A program that was started again has the token of its session, and nothing else.
class JoinAgainTest {
  private final Hall hall = new Hall();
  private final Guest ann = hall.member("Ann");
  private final Guest bob = hall.member("Bob");
  private final PeerId annsPlace = ann.place();
  private final PeerId bobsPlace = bob.place();

  private void bobsProgramIsStartedAgain() {
    bob.losesItsSocket();
    hall.passes(Duration.ofSeconds(20));
    bob.comesBack(bob.welcome().resumeToken(), 2);
  }

  @Test
  void itIsToldTheCompleteStateUnderItsOldId() {
    bobsProgramIsStartedAgain();
    bob.join("tea");
    assertThat(bob.last())
        .isEqualTo(
            new Joined(
                3,
                bob.welcome().lastId() + 1,
                new RoomId("tea"),
                bobsPlace,
                List.of(new Member(annsPlace, new DisplayName("Ann"), MediaState.NOTHING)),
                new RoomState(Door.OPEN, false, List.of(annsPlace)),
                null));
  }

  @Test
  void theOthersSeeNobodyComeOrGo() {
    int before = ann.heard().size();
    bobsProgramIsStartedAgain();
    bob.join("tea");
    hall.passes(Hall.GRACE);
    bob.signal(annsPlace, "an offer");
    assertThat(ann.heard().subList(before, ann.heard().size()))
        .containsExactly(new Signal(4, bobsPlace, "an offer"));
  }

  @Test
  void theOthersAreToldWhatItSendsNow() {
    bobsProgramIsStartedAgain();
    bob.say(new ClientMessage.Join(bob.nextId(), new RoomId("tea"), Guest.ALL_ON));
    assertThat(ann.last())
        .isEqualTo(
            new MemberUpdated(4, new Member(bobsPlace, new DisplayName("Bob"), Guest.ALL_ON)));
    assertThat(bob.last()).isInstanceOf(Joined.class);
  }

  @Test
  void theOrderOfTheMembersStays() {
    Hall large = new Hall(3);
    Guest first = large.member("Ann");
    large.member("Bob");
    first.join("tea");
    Guest third = large.member("Cid");
    assertThat(third.only(Joined.class).members())
        .extracting(member -> member.name().value())
        .containsExactly("Ann", "Bob");
  }

  @Test
  void aFullRoomHasThePlaceStill() {
    bobsProgramIsStartedAgain();
    bob.join("tea");
    assertThat(hall.member("Cid").only(Refused.class).code()).isEqualTo(ErrorCode.ROOM_FULL.wire());
  }

  @Test
  void aServerThatIsAboutToStopLetsItBackIntoItsPlace() {
    hall.run(hall.sessions.drain(12));
    bobsProgramIsStartedAgain();
    bob.join("tea");
    assertThat(bob.last()).isInstanceOf(Joined.class);
  }
}
