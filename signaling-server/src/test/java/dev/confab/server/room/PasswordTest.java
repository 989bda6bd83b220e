package dev.confab.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage.Done;
import dev.confab.protocol.ServerMessage.Joined;
import dev.confab.protocol.ServerMessage.RoomUpdated;
import org.junit.jupiter.api.Test;

class PasswordTest {
  private final Hall hall = new Hall(3);

  private Guest joins(String name, String password) {
    Guest guest = hall.guest(name);
    guest.join("tea", password);
    return guest;
  }

  @Test
  void theFirstOnesPasswordBecomesTheRooms() {
    Guest ann = joins("Ann", "secret");
    assertThat(ann.only(Joined.class).state().password()).isTrue();
    assertThat(joins("Bob", "secret").last()).isInstanceOf(Joined.class);
  }

  @Test
  void anotherPasswordIsRefused() {
    joins("Ann", "secret");
    assertThat(joins("Bob", "Secret").refusal()).isEqualTo("wrong-password");
  }

  @Test
  void whoHasNoneIsAskedForIt() {
    joins("Ann", "secret");
    assertThat(hall.member("Bob").refusal()).isEqualTo("password-needed");
  }

  @Test
  void aPasswordForAnOpenRoomIsWrong() {
    hall.member("Ann");
    assertThat(joins("Bob", "secret").refusal()).isEqualTo("wrong-password");
  }

  @Test
  void aPasswordEndsWithItsRoom() {
    joins("Ann", "secret").leave();
    assertThat(hall.member("Bob").only(Joined.class).state().password()).isFalse();
  }

  @Test
  void anOwnerSetsAndDropsIt() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    ann.setPassword("secret");
    assertThat(ann.lastOf(Done.class)).isNotNull();
    assertThat(ann.lastOf(RoomUpdated.class).state().password()).isTrue();
    assertThat(bob.lastOf(RoomUpdated.class).state().password()).isTrue();
    assertThat(hall.member("Cid").refusal()).isEqualTo("password-needed");

    ann.setPassword("");
    assertThat(bob.lastOf(RoomUpdated.class).state().password()).isFalse();
    assertThat(hall.member("Cid").last()).isInstanceOf(Joined.class);
  }

  @Test
  void aFullRoomIsFullBeforeAnyPasswordIsLookedAt() {
    Hall two = new Hall(2);
    two.member("Ann").setPassword("secret");
    Guest bob = two.guest("Bob");
    bob.join("tea", "secret");
    two.inspectsLater();
    Guest cid = two.guest("Cid");
    cid.join("tea", "guess");
    assertThat(cid.refusal()).isEqualTo("room-full");
    assertThat(two.toInspect()).isZero();
  }

  @Test
  void whileItIsLookedAtOneIsInNoRoom() {
    hall.inspectsLater();
    Guest ann = joins("Ann", "secret");
    ann.update(Guest.ALL_ON);
    assertThat(ann.refusal()).isEqualTo("not-joined");
    hall.inspects();
    assertThat(ann.last()).isInstanceOf(Joined.class);
    assertThat(ann.lastOf(Joined.class).re()).isEqualTo(2);
  }

  @Test
  void aJoinThatIsTakenBackIsNotAnswered() {
    hall.inspectsLater();
    Guest ann = joins("Ann", "secret");
    ann.leave();
    assertThat(ann.last()).isEqualTo(new Done(2, 3));
    hall.inspects();
    assertThat(ann.countOf(Joined.class)).isZero();
    assertThat(hall.rooms.isEmpty()).isTrue();
  }

  @Test
  void anotherJoinTakesThePlaceOfTheFirst() {
    hall.inspectsLater();
    Guest ann = joins("Ann", "secret");
    ann.join("coffee");
    assertThat(ann.last()).isInstanceOf(Joined.class);
    hall.inspects();
    assertThat(ann.only(Joined.class).room()).isEqualTo(new RoomId("coffee"));
  }

  @Test
  void whatWasFoundOfTheFirstJoinDoesNotCountForTheNext() {
    hall.inspectsLater();
    Guest ann = joins("Ann", "one");
    ann.join("coffee", "two");
    hall.inspects();
    assertThat(ann.only(Joined.class).room()).isEqualTo(new RoomId("coffee"));
    Guest bob = hall.guest("Bob");
    bob.join("coffee", "one");
    hall.inspects();
    assertThat(bob.refusal()).isEqualTo("wrong-password");
    bob.join("coffee", "two");
    hall.inspects();
    assertThat(bob.last()).isInstanceOf(Joined.class);
  }

  @Test
  void whoHasGoneMeanwhileComesIntoNoRoom() {
    hall.inspectsLater();
    joins("Ann", "secret").departs(Departure.GOODBYE);
    hall.inspects();
    assertThat(hall.rooms.isEmpty()).isTrue();
  }

  @Test
  void whoLostItsSocketMeanwhileHearsOfItWhenItIsBack() {
    hall.inspectsLater();
    Guest ann = joins("Ann", "secret");
    var token = ann.welcome().resumeToken();
    ann.losesItsSocket();
    hall.inspects();
    ann.comesBack(token, 1);
    assertThat(ann.last()).isInstanceOf(Joined.class);
  }

  @Test
  void aRoomThatFilledUpMeanwhileIsFull() {
    Hall two = new Hall(2);
    Guest ann = two.guest("Ann");
    ann.join("tea", "secret");
    two.inspectsLater();
    Guest bob = two.guest("Bob");
    bob.join("tea", "secret");
    Guest cid = two.guest("Cid");
    cid.join("tea", "secret");
    two.inspects();
    assertThat(bob.countOf(Joined.class)).isEqualTo(1);
    assertThat(cid.refusal()).isEqualTo("room-full");
  }

  @Test
  void aPasswordThatWasSetAnewMeanwhileCounts() {
    Guest ann = joins("Ann", "old");
    hall.inspectsLater();
    ann.setPassword("new");
    Guest bob = joins("Bob", "old");
    hall.inspects(); // Bob's is right for the old one, and is to be looked at again
    assertThat(hall.toInspect()).isEqualTo(1);
    hall.inspects();
    assertThat(bob.refusal()).isEqualTo("wrong-password");
  }

  @Test
  void twoWhoBeginOneRoomAtATimeMustHaveTheSamePassword() {
    hall.inspectsLater();
    Guest ann = joins("Ann", "one");
    Guest bob = joins("Bob", "other");
    hall.inspects();
    hall.inspects();
    assertThat(ann.last()).isInstanceOf(Joined.class);
    assertThat(bob.refusal()).isEqualTo("wrong-password");
  }

  @Test
  void aRoomThatEndedMeanwhileBeginsAnewWithThePassword() {
    Guest ann = joins("Ann", "secret");
    hall.inspectsLater();
    Guest bob = joins("Bob", "secret");
    ann.leave();
    hall.inspects();
    RoomState state = bob.only(Joined.class).state();
    assertThat(state.password()).isTrue();
    assertThat(state.owners()).containsExactly(bob.place());
  }

  @Test
  void whereTooManyWaitItIsTooFast() {
    hall.inspectsLater();
    Guest ann = joins("Ann", "secret");
    hall.isTooBusyToInspect();
    assertThat(ann.refusal()).isEqualTo("too-fast");
  }

  @Test
  void anOwnerSetsOnePasswordAtATime() {
    Guest ann = hall.member("Ann");
    hall.inspectsLater();
    ann.setPassword("one");
    ann.setPassword("two");
    assertThat(ann.refusal()).isEqualTo("too-fast");
    hall.inspects();
    assertThat(ann.countOf(Done.class)).isEqualTo(1);
  }

  @Test
  void whoIsNoOwnerAnyMoreWhenTheHashIsThereSetsNothing() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    hall.inspectsLater();
    ann.setPassword("one");
    ann.handOver(bob.place());
    hall.inspects();
    assertThat(ann.refusal()).isEqualTo("not-owner");
    assertThat(bob.lastOf(RoomUpdated.class).state().password()).isFalse();
  }

  @Test
  void whoHasLeftWhenTheHashIsThereSetsNothingElsewhere() {
    Guest ann = hall.member("Ann");
    hall.inspectsLater();
    ann.setPassword("one");
    ann.leave();
    ann.join("coffee");
    hall.inspects();
    assertThat(ann.refusal()).isEqualTo("not-joined");
    assertThat(ann.lastOf(Joined.class).state().password()).isFalse();
  }

  @Test
  void aServerWithoutOpenRoomsWantsAPassword() {
    Hall closed = new Hall(2, EntryWay.PASSWORD);
    assertThat(closed.member("Ann").refusal()).isEqualTo("password-needed");
    Guest bob = closed.guest("Bob");
    bob.join("tea", "secret");
    assertThat(bob.last()).isInstanceOf(Joined.class);
    bob.setPassword("");
    assertThat(bob.refusal()).isEqualTo("not-allowed");
  }

  @Test
  void aServerWithoutPasswordsRefusesThem() {
    Hall open = new Hall(2, EntryWay.OPEN);
    Guest ann = open.guest("Ann");
    ann.join("tea", "secret");
    assertThat(ann.refusal()).isEqualTo("not-allowed");
    ann.join("tea");
    ann.setPassword("secret");
    assertThat(ann.refusal()).isEqualTo("not-allowed");
  }

  @Test
  void theServerSaysWhatItAllows() {
    Hall closed = new Hall(2, EntryWay.PASSWORD, EntryWay.INVITATION);
    assertThat(closed.guest("Ann").welcome().entry())
        .containsExactly(EntryWay.PASSWORD, EntryWay.INVITATION);
  }

  @Test
  void countingTellsNothingOfAPassword() {
    joins("Ann", "secret");
    Guest bob = hall.guest("Bob");
    bob.count("tea", "coffee");
    assertThat(bob.last().toString()).doesNotContain("password");
  }

  @Test
  void whoIsInTheRoomAlreadyNeedsNoPasswordToSaySoAgain() {
    Guest ann = joins("Ann", "secret");
    ann.say(
        new ClientMessage.Join(
            ann.nextId(),
            new RoomId("tea"),
            MediaState.NOTHING,
            new RoomPassword("forgotten"),
            null));
    assertThat(ann.last()).isInstanceOf(Joined.class);
    assertThat(ann.lastOf(Joined.class).state().password()).isTrue();
  }
}
