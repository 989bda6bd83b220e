package dev.confab.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Door;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage.Done;
import dev.confab.protocol.ServerMessage.Joined;
import dev.confab.protocol.ServerMessage.MemberLeft;
import dev.confab.protocol.ServerMessage.Removed;
import dev.confab.protocol.ServerMessage.RoomUpdated;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerTest {
  private final Hall hall = new Hall(4);
  private final Guest ann = hall.member("Ann");
  private final Guest bob = hall.member("Bob");
  private final Guest cid = hall.member("Cid");

  private static List<PeerId> owners(Guest guest) {
    return guest.lastOf(RoomUpdated.class).state().owners();
  }

  @Test
  void theFirstOwnsTheRoomAndTheNextDoNot() {
    assertThat(ann.only(Joined.class).state().owners()).containsExactly(ann.place());
    assertThat(cid.only(Joined.class).state().owners()).containsExactly(ann.place());
  }

  @Test
  void whenTheOwnerLeavesTheRoomFallsToWhoIsThereLongest() {
    ann.leave();
    assertThat(owners(bob)).containsExactly(bob.place());
    assertThat(owners(cid)).containsExactly(bob.place());
  }

  @Test
  void whoIsThereLongestIsSoWhateverTheySaidMeanwhile() {
    bob.update(Guest.ALL_ON);
    ann.leave();
    assertThat(owners(cid)).containsExactly(bob.place());
  }

  @Test
  void anOwnerWithoutASocketStaysOneUntilItIsLost() {
    ann.losesItsSocket();
    hall.passes(Hall.GRACE.minusMillis(1));
    assertThat(bob.countOf(RoomUpdated.class)).isZero();
    hall.passes(Duration.ofMillis(1));
    assertThat(owners(bob)).containsExactly(bob.place());
  }

  @Test
  void othersComeAndGoWithoutAChangeOfOwners() {
    bob.leave();
    hall.member("Bob");
    assertThat(ann.countOf(RoomUpdated.class)).isZero();
  }

  @Test
  void everyoneHearsOfTheDoorTheOneWhoSetItToo() {
    ann.setDoor(Door.LOCKED);
    for (Guest each : List.of(ann, bob, cid)) {
      assertThat(each.only(RoomUpdated.class).state().door()).isEqualTo(Door.LOCKED);
    }
    assertThat(hall.member("Dan").refusal()).isEqualTo("room-locked");
  }

  @Test
  void nothingIsToldWhereNothingChanged() {
    ann.setDoor(Door.OPEN);
    assertThat(ann.last()).isInstanceOf(Done.class);
    assertThat(bob.countOf(RoomUpdated.class)).isZero();
  }

  @Test
  void whoIsTakenOutHearsItAndIsInNoRoom() {
    PeerId place = bob.place();
    ann.remove(place);
    assertThat(bob.last()).isEqualTo(new Removed(bob.lastSeq()));
    bob.leave();
    assertThat(bob.refusal()).isEqualTo("not-joined");
    assertThat(cid.lastOf(MemberLeft.class))
        .isEqualTo(new MemberLeft(cid.lastSeq(), place, LeaveReason.REMOVED));
    assertThat(ann.lastOf(Done.class)).isNotNull();
    ann.signal(place, "psst");
    assertThat(ann.refusal()).isEqualTo("no-such-member");
  }

  @Test
  void whoWasTakenOutDoesNotComeBackWhileTheRoomStands() {
    ann.remove(bob.place());
    bob.join("tea");
    assertThat(bob.refusal()).isEqualTo("turned-away");
    bob.join("coffee");
    assertThat(bob.last()).isInstanceOf(Joined.class);
    bob.leave();
    ann.leave();
    cid.leave();
    bob.join("tea");
    assertThat(bob.last()).isInstanceOf(Joined.class);
  }

  @Test
  void soManyAreRememberedAndNoMore() {
    Room room = new Room(new RoomId("tea"));
    for (int i = 0; i <= Room.MAX_BANNED; i++) {
      room.ban("session" + i);
    }
    assertThat(room.isBanned("session0")).isFalse();
    assertThat(room.isBanned("session1")).isTrue();
    assertThat(room.isBanned("session" + Room.MAX_BANNED)).isTrue();
  }

  @Test
  void whoIsTakenOutWithoutASocketHearsItWhenItIsBack() {
    var token = bob.welcome().resumeToken();
    long seq = bob.lastSeq();
    bob.losesItsSocket();
    ann.remove(bob.place());
    bob.comesBack(token, seq);
    assertThat(bob.last()).isInstanceOf(Removed.class);
  }

  @Test
  void nobodyTakesOutThemselvesOrNobody() {
    ann.remove(ann.place());
    assertThat(ann.refusal()).isEqualTo("to-self");
    ann.remove(new PeerId("nobody"));
    assertThat(ann.refusal()).isEqualTo("no-such-member");
    Guest dan = hall.guest("Dan");
    dan.join("coffee");
    ann.remove(dan.place());
    assertThat(ann.refusal()).isEqualTo("no-such-member");
    assertThat(dan.last()).isInstanceOf(Joined.class);
  }

  @Test
  void whoHandsOverIsNoOwnerAnyMore() {
    ann.handOver(cid.place());
    assertThat(ann.lastOf(Done.class)).isNotNull();
    for (Guest each : List.of(ann, bob, cid)) {
      assertThat(owners(each)).containsExactly(cid.place());
    }
    ann.setDoor(Door.LOCKED);
    assertThat(ann.refusal()).isEqualTo("not-owner");
    cid.setDoor(Door.LOCKED);
    assertThat(bob.lastOf(RoomUpdated.class).state().door()).isEqualTo(Door.LOCKED);
  }

  @Test
  void nobodyHandsOverToThemselvesOrToNobody() {
    ann.handOver(ann.place());
    assertThat(ann.refusal()).isEqualTo("to-self");
    ann.handOver(new PeerId("nobody"));
    assertThat(ann.refusal()).isEqualTo("no-such-member");
    assertThat(bob.countOf(RoomUpdated.class)).isZero();
  }

  @Test
  void whoOwnsNothingChangesNothing() {
    bob.setDoor(Door.LOCKED);
    assertThat(bob.refusal()).isEqualTo("not-owner");
    bob.setPassword("mine");
    assertThat(bob.refusal()).isEqualTo("not-owner");
    bob.admit(new KnockId("k"));
    assertThat(bob.refusal()).isEqualTo("not-owner");
    bob.turnAway(new KnockId("k"));
    assertThat(bob.refusal()).isEqualTo("not-owner");
    bob.remove(cid.place());
    assertThat(bob.refusal()).isEqualTo("not-owner");
    bob.handOver(bob.place());
    assertThat(bob.refusal()).isEqualTo("not-owner");
    assertThat(cid.countOf(RoomUpdated.class)).isZero();
    assertThat(hall.member("Dan").only(Joined.class).members()).hasSize(3);
  }

  @Test
  void whoIsInNoRoomHasNothingToOwn() {
    Guest dan = hall.guest("Dan");
    dan.setDoor(Door.OPEN);
    assertThat(dan.refusal()).isEqualTo("not-joined");
    dan.remove(ann.place());
    assertThat(dan.refusal()).isEqualTo("not-joined");
  }

  @Test
  void anOperatorTakesOutAnyone() {
    PeerId place = ann.place();
    hall.run(hall.sessions.expel(place));
    assertThat(ann.last()).isInstanceOf(Removed.class);
    assertThat(owners(bob)).containsExactly(bob.place());
    ann.join("tea");
    assertThat(ann.refusal()).isEqualTo("turned-away");
    assertThat(hall.sessions.expel(place)).isEmpty();
  }

  @Test
  void anOperatorEndsARoom() {
    ann.setDoor(Door.KNOCK);
    Guest dan = hall.member("Dan");
    hall.run(hall.sessions.closeRoom(new RoomId("tea")));
    for (Guest each : List.of(ann, bob, cid)) {
      assertThat(each.last()).isInstanceOf(Removed.class);
    }
    assertThat(dan.refusal()).isEqualTo("turned-away");
    assertThat(hall.rooms.isEmpty()).isTrue();
    bob.join("tea");
    assertThat(bob.lastOf(Joined.class).state().owners()).containsExactly(bob.place());
    assertThat(hall.sessions.closeRoom(new RoomId("nowhere"))).isEmpty();
  }

  @Test
  void anOperatorSeesRoomsAndMembers() {
    ann.setPassword("secret");
    ann.setDoor(Door.KNOCK);
    hall.passes(Duration.ofSeconds(1));
    Guest dan = hall.guest("Dan");
    dan.join("tea", "secret");
    RoomView view = hall.sessions.overview().getFirst();
    assertThat(view.room()).isEqualTo(new RoomId("tea"));
    assertThat(view.door()).isEqualTo(Door.KNOCK);
    assertThat(view.hasPassword()).isTrue();
    assertThat(view.waiting()).isEqualTo(1);
    assertThat(view.members())
        .extracting(it -> it.member().peer())
        .containsExactly(ann.place(), bob.place(), cid.place());
    assertThat(view.members())
        .extracting(RoomView.MemberView::owner)
        .containsExactly(true, false, false);
    assertThat(view.members().getFirst().since()).isEqualTo(hall.now() - 1000);
  }
}
