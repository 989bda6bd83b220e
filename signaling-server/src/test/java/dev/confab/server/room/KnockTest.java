package dev.confab.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.ServerMessage.Done;
import dev.confab.protocol.ServerMessage.Joined;
import dev.confab.protocol.ServerMessage.Knock;
import dev.confab.protocol.ServerMessage.KnockEnded;
import dev.confab.protocol.ServerMessage.MemberJoined;
import dev.confab.protocol.ServerMessage.Refused;
import dev.confab.protocol.ServerMessage.RoomUpdated;
import dev.confab.protocol.ServerMessage.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnockTest {
  private final Hall hall = new Hall(3);
  private final Guest ann = hall.member("Ann");

  @BeforeEach
  void theDoorIsToBeKnockedAt() {
    ann.setDoor(Door.KNOCK);
  }

  private KnockId knock() {
    return ann.lastOf(Knock.class).knock();
  }

  @Test
  void whoKnocksWaitsAndTheOwnerHears() {
    Guest bob = hall.member("Bob");
    assertThat(bob.last()).isEqualTo(new Waiting(2, 2));
    assertThat(ann.last()).isEqualTo(new Knock(ann.lastSeq(), knock(), new DisplayName("Bob")));
  }

  @Test
  void whoIsAdmittedIsInTheRoom() {
    Guest bob = hall.member("Bob");
    ann.admit(knock());
    assertThat(bob.last()).isInstanceOf(Joined.class);
    assertThat(bob.only(Joined.class).re()).isEqualTo(2);
    assertThat(bob.only(Joined.class).members()).hasSize(1);
    assertThat(ann.lastOf(Done.class)).isNotNull();
    assertThat(ann.only(KnockEnded.class).knock()).isEqualTo(knock());
    assertThat(ann.only(MemberJoined.class).member().peer()).isEqualTo(bob.place());
    ann.signal(bob.place(), "an offer");
    assertThat(bob.only(ServerMessage.Signal.class).payload().text()).isEqualTo("an offer");
  }

  @Test
  void whoIsTurnedAwayMayKnockAgain() {
    Guest bob = hall.member("Bob");
    KnockId first = knock();
    ann.turnAway(first);
    assertThat(bob.refusal()).isEqualTo("turned-away");
    assertThat(bob.lastOf(Refused.class).re()).isEqualTo(2);
    assertThat(ann.last()).isEqualTo(new KnockEnded(ann.lastSeq(), first));
    bob.join("tea");
    assertThat(bob.last()).isInstanceOf(Waiting.class);
    assertThat(knock()).isNotEqualTo(first);
  }

  @Test
  void whoWaitsIsInNoRoom() {
    Guest bob = hall.member("Bob");
    bob.update(Guest.ALL_ON);
    assertThat(bob.refusal()).isEqualTo("not-joined");
    bob.signal(ann.place(), "psst");
    assertThat(bob.refusal()).isEqualTo("not-joined");
    bob.setDoor(Door.OPEN);
    assertThat(bob.refusal()).isEqualTo("not-joined");
    bob.admit(knock());
    assertThat(bob.refusal()).isEqualTo("not-joined");
    bob.count("tea");
    assertThat(bob.last().toString()).contains("members=1");
  }

  @Test
  void whoWaitsCannotBeSignalledTo() {
    hall.member("Bob");
    ann.signal(new PeerId(knock().value()), "psst");
    assertThat(ann.refusal()).isEqualTo("no-such-member");
  }

  @Test
  void leavingTakesTheKnockBack() {
    Guest bob = hall.member("Bob");
    bob.leave();
    assertThat(bob.last()).isInstanceOf(Done.class);
    assertThat(ann.last()).isEqualTo(new KnockEnded(ann.lastSeq(), knock()));
    ann.admit(knock());
    assertThat(ann.refusal()).isEqualTo("no-such-knock");
  }

  @Test
  void aKnockSurvivesALostSocket() {
    Guest bob = hall.member("Bob");
    bob.losesItsSocket();
    var token = bob.welcome().resumeToken();
    ann.admit(knock());
    bob.comesBack(token, 2);
    assertThat(bob.last()).isInstanceOf(Joined.class);
    bob.update(Guest.ALL_ON);
    assertThat(bob.last()).isInstanceOf(Done.class);
  }

  @Test
  void aKnockEndsWithItsSession() {
    Guest bob = hall.member("Bob");
    bob.losesItsSocket();
    hall.passes(Hall.GRACE);
    assertThat(ann.last()).isEqualTo(new KnockEnded(ann.lastSeq(), knock()));
  }

  @Test
  void nobodyWaitsForLongerThanFiveMinutes() {
    Guest bob = hall.member("Bob");
    hall.passes(LocalRooms.KNOCK_TIME.minusMillis(1));
    assertThat(bob.last()).isInstanceOf(Waiting.class);
    Guest cid = hall.member("Cid");
    hall.passes(Duration.ofMillis(1));
    assertThat(bob.refusal()).isEqualTo("turned-away");
    assertThat(cid.last()).isInstanceOf(Waiting.class);
    assertThat(ann.countOf(KnockEnded.class)).isEqualTo(1);
  }

  @Test
  void atMostThirtyTwoWait() {
    for (int i = 0; i < Entrance.MAX_WAITING; i++) {
      assertThat(hall.member("Guest " + i).last()).isInstanceOf(Waiting.class);
    }
    assertThat(hall.member("One more").refusal()).isEqualTo("room-full");
  }

  @Test
  void aProgramThatWasStartedAgainGoesOnWaiting() {
    Guest bob = hall.member("Bob");
    bob.join("tea");
    assertThat(bob.last()).isEqualTo(new Waiting(3, 3));
    assertThat(ann.countOf(Knock.class)).isEqualTo(1);
    ann.admit(knock());
    assertThat(bob.only(Joined.class).re()).isEqualTo(3);
    assertThat(hall.rooms.overview().getFirst().waiting()).isZero();
  }

  @Test
  void whoWaitsCannotGoElsewhereWithoutLeaving() {
    Guest bob = hall.member("Bob");
    bob.join("coffee");
    assertThat(bob.refusal()).isEqualTo("already-joined");
    bob.leave();
    bob.join("coffee");
    assertThat(bob.last()).isInstanceOf(Joined.class);
  }

  @Test
  void openingTheDoorLetsInAsManyAsFit() {
    Guest bob = hall.member("Bob");
    Guest bobToo = hall.member("BOB");
    Guest cid = hall.member("Cid");
    Guest dan = hall.member("Dan");
    ann.setDoor(Door.OPEN);
    assertThat(bob.countOf(Joined.class)).isEqualTo(1);
    assertThat(bobToo.refusal()).isEqualTo("name-taken");
    assertThat(cid.countOf(Joined.class)).isEqualTo(1);
    assertThat(dan.refusal()).isEqualTo("room-full");
    assertThat(hall.rooms.overview().getFirst().waiting()).isZero();
  }

  @Test
  void lockingTheDoorLeavesThemWaiting() {
    Guest bob = hall.member("Bob");
    ann.setDoor(Door.LOCKED);
    assertThat(bob.last()).isInstanceOf(Waiting.class);
    assertThat(hall.member("Cid").refusal()).isEqualTo("room-locked");
    ann.admit(knock());
    assertThat(bob.last()).isInstanceOf(Joined.class);
  }

  @Test
  void whoDoesNotFitGoesOnWaiting() {
    Guest bob = hall.member("Bob");
    KnockId bobs = knock();
    hall.member("Cid");
    ann.admit(knock());
    hall.member("Dan");
    ann.admit(knock());
    ann.admit(bobs);
    assertThat(ann.refusal()).isEqualTo("room-full");
    assertThat(bob.last()).isInstanceOf(Waiting.class);
  }

  @Test
  void whenTheRoomEndsThoseWhoWaitAreTurnedAway() {
    Guest bob = hall.member("Bob");
    ann.leave();
    assertThat(bob.refusal()).isEqualTo("turned-away");
    bob.join("tea");
    assertThat(bob.only(Joined.class).state().door()).isEqualTo(Door.OPEN);
  }

  @Test
  void whoBecomesAnOwnerHearsWhoWaits() {
    Guest bob = hall.member("Bob");
    ann.admit(knock());
    hall.member("Cid");
    KnockId cids = knock();
    int before = bob.heard().size();
    ann.leave();
    assertThat(bob.heard().subList(before, bob.heard().size()))
        .last()
        .isEqualTo(new Knock(bob.lastSeq(), cids, new DisplayName("Cid")));
    assertThat(bob.lastOf(RoomUpdated.class).state().owners()).containsExactly(bob.place());
    bob.admit(cids);
    assertThat(bob.countOf(MemberJoined.class)).isEqualTo(1);
  }

  @Test
  void anOwnerWhoLostItsSocketHearsOfTheKnockWhenItIsBack() {
    ann.losesItsSocket();
    var token = ann.welcome().resumeToken();
    long seq = ann.lastSeq();
    Guest bob = hall.member("Bob");
    assertThat(bob.last()).isInstanceOf(Waiting.class);
    ann.comesBack(token, seq);
    ann.admit(ann.only(Knock.class).knock());
    assertThat(bob.last()).isInstanceOf(Joined.class);
  }

  @Test
  void anOwnerWhoseProgramWasStartedAgainIsToldWhoWaits() {
    hall.member("Bob");
    ann.join("tea");
    assertThat(ann.countOf(Knock.class)).isEqualTo(2);
  }

  @Test
  void onlyOwnersHearKnocks() {
    Guest bob = hall.member("Bob");
    ann.admit(knock());
    hall.member("Cid");
    assertThat(bob.countOf(Knock.class)).isZero();
  }

  @Test
  void aServerWithoutKnockingHasNoSuchDoor() {
    Hall plain = new Hall(2, EntryWay.OPEN);
    Guest only = plain.member("Ann");
    only.setDoor(Door.KNOCK);
    assertThat(only.refusal()).isEqualTo("not-allowed");
    assertThat(plain.member("Bob").last()).isInstanceOf(Joined.class);
  }

  @Test
  void nobodyIsLetInByAServerThatStops() {
    hall.member("Bob");
    hall.run(hall.sessions.drain(30));
    ann.admit(knock());
    assertThat(ann.refusal()).isEqualTo("draining");
  }
}
