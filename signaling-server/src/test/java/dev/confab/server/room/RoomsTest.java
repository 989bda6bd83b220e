package dev.confab.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.Limits;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.ServerMessage.Done;
import dev.confab.protocol.ServerMessage.Joined;
import dev.confab.protocol.ServerMessage.MemberJoined;
import dev.confab.protocol.ServerMessage.MemberLeft;
import dev.confab.protocol.ServerMessage.MemberUpdated;
import dev.confab.protocol.ServerMessage.Refused;
import dev.confab.protocol.ServerMessage.RoomCount;
import dev.confab.protocol.ServerMessage.RoomCounts;
import dev.confab.protocol.ServerMessage.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private final Hall hall = new Hall();

  private static Member member(Guest guest, String name, MediaState media) {
    return new Member(guest.place(), new DisplayName(name), media);
  }

  private static void assertRefused(ServerMessage message, ErrorCode code) {
    assertThat(message).isInstanceOf(Refused.class);
    assertThat(((Refused) message).code()).isEqualTo(code.wire());
    assertThat(((Refused) message).text()).isEqualTo(RefusalTexts.of(code));
  }

  @Test
  void whoJoinsIsToldWhoIsThere() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    Joined joined = bob.only(Joined.class);
    assertThat(joined.room()).isEqualTo(new RoomId("tea"));
    assertThat(joined.re()).isEqualTo(2);
    assertThat(joined.members()).containsExactly(member(ann, "Ann", MediaState.NOTHING));
  }

  @Test
  void theFirstInARoomFindsNobody() {
    assertThat(hall.member("Ann").only(Joined.class).members()).isEmpty();
  }

  @Test
  void othersHearOfANewMember() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    assertThat(ann.last()).isEqualTo(new MemberJoined(3, member(bob, "Bob", MediaState.NOTHING)));
  }

  @Test
  void otherRoomsHearNothing() {
    Guest ann = hall.guest("Ann");
    ann.join("coffee");
    int before = ann.heard().size();
    hall.member("Bob").leave();
    assertThat(ann.heard()).hasSize(before);
  }

  @Test
  void aThirdIsRefusedByARoomOfTwo() {
    hall.member("Ann");
    hall.member("Bob");
    assertRefused(hall.member("Cid").last(), ErrorCode.ROOM_FULL);
  }

  @Test
  void unlessTheServerSaysOtherwiseSixComeInAndTheSeventhIsRefused() {
    Hall six = new Hall(Limits.DEFAULT.roomMembers());
    for (int i = 1; i <= 6; i++) {
      assertThat(six.member("Member " + i).last()).isInstanceOf(Joined.class);
    }
    assertRefused(six.member("Member 7").last(), ErrorCode.ROOM_FULL);
  }

  @Test
  void aLargerRoomTakesAThird() {
    Hall large = new Hall(3);
    large.member("Ann");
    large.member("Bob");
    assertThat(large.member("Cid").only(Joined.class).members()).hasSize(2);
  }

  @Test
  void aPlaceThatWasLeftIsFree() {
    hall.member("Ann");
    hall.member("Bob").leave();
    assertThat(hall.member("Cid").last()).isInstanceOf(Joined.class);
  }

  @Test
  void aNameIsTakenWhateverItsCase() {
    hall.member("ANN");
    assertRefused(hall.member("ann").last(), ErrorCode.NAME_TAKEN);
  }

  @Test
  void aNameIsTakenByItsLookAlike() {
    hall.member("Ann");
    assertRefused(hall.member("Ａｎｎ").last(), ErrorCode.NAME_TAKEN);
  }

  @Test
  void aNameIsTakenThoughItsCapitalsAreLonger() {
    hall.member("Weiß");
    assertRefused(hall.member("WEISS").last(), ErrorCode.NAME_TAKEN);
  }

  @Test
  void aNameMayBeUsedAgainInAnotherRoom() {
    hall.member("Ann");
    Guest other = hall.guest("Ann");
    other.join("coffee");
    assertThat(other.last()).isInstanceOf(Joined.class);
  }

  @Test
  void nobodyIsInTwoRooms() {
    Guest ann = hall.member("Ann");
    ann.join("coffee");
    assertRefused(ann.last(), ErrorCode.ALREADY_JOINED);
  }

  @Test
  void whoLeavesGetsAnAnswerAndTheOthersHearOfIt() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    PeerId place = bob.place();
    bob.leave();
    assertThat(bob.last()).isEqualTo(new Done(3, 3));
    assertThat(ann.last()).isEqualTo(new MemberLeft(4, place, LeaveReason.LEFT));
  }

  @Test
  void whoJoinsAgainHasAnotherId() {
    Guest ann = hall.member("Ann");
    PeerId first = ann.place();
    ann.leave();
    ann.join("tea");
    assertThat(ann.place()).isNotEqualTo(first);
  }

  @Test
  void aSignalReachesTheOneItIsFor() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    bob.signal(ann.place(), "an offer");
    assertThat(ann.last()).isEqualTo(new Signal(4, bob.place(), "an offer"));
  }

  @Test
  void aSignalThatArrivesIsNotAnswered() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    int before = bob.heard().size();
    bob.signal(ann.place(), "an offer");
    assertThat(bob.heard()).hasSize(before);
  }

  @Test
  void nobodySignalsToThemselves() {
    Guest ann = hall.member("Ann");
    ann.signal(ann.place(), "hm");
    assertRefused(ann.last(), ErrorCode.TO_SELF);
  }

  @Test
  void aSignalToNobodyIsRefused() {
    Guest ann = hall.member("Ann");
    ann.signal(new PeerId("nobody"), "hm");
    assertRefused(ann.last(), ErrorCode.NO_SUCH_MEMBER);
  }

  @Test
  void aSignalIntoAnotherRoomIsRefusedAndNotDelivered() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.guest("Bob");
    bob.join("coffee");
    int before = ann.heard().size();
    bob.signal(ann.place(), "hm");
    assertRefused(bob.last(), ErrorCode.NO_SUCH_MEMBER);
    assertThat(ann.heard()).hasSize(before);
  }

  @Test
  void aSignalToWhoHasLeftIsRefused() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    PeerId place = bob.place();
    bob.leave();
    ann.signal(place, "hm");
    assertRefused(ann.last(), ErrorCode.NO_SUCH_MEMBER);
  }

  @Test
  void aPayloadOfTheGreatestSizePasses() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    bob.signal(ann.place(), "x".repeat(49_152));
    assertThat(ann.last()).isInstanceOf(Signal.class);
  }

  @Test
  void aPayloadIsMeasuredInBytes() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    bob.signal(ann.place(), "é".repeat(24_577));
    assertRefused(bob.last(), ErrorCode.TOO_LARGE);
  }

  @Test
  void anUpdateIsAnsweredAndTheOthersHearOfIt() {
    Guest ann = hall.member("Ann");
    Guest bob = hall.member("Bob");
    bob.update(Guest.ALL_ON);
    assertThat(bob.last()).isEqualTo(new Done(3, 3));
    assertThat(ann.last()).isEqualTo(new MemberUpdated(4, member(bob, "Bob", Guest.ALL_ON)));
  }

  @Test
  void whoJoinsLaterSeesTheUpdate() {
    Guest ann = hall.member("Ann");
    ann.update(Guest.ALL_ON);
    assertThat(hall.member("Bob").only(Joined.class).members())
        .containsExactly(member(ann, "Ann", Guest.ALL_ON));
  }

  @Test
  void whoIsInNoRoomCannotLeaveSignalOrUpdate() {
    Guest ann = hall.guest("Ann");
    ann.leave();
    assertRefused(ann.last(), ErrorCode.NOT_JOINED);
    ann.signal(new PeerId("x"), "hm");
    assertRefused(ann.last(), ErrorCode.NOT_JOINED);
    ann.update(Guest.ALL_ON);
    assertRefused(ann.last(), ErrorCode.NOT_JOINED);
  }

  @Test
  void roomsAreCountedInTheOrderAsked() {
    hall.member("Ann");
    hall.member("Bob");
    Guest cid = hall.guest("Cid");
    cid.count("empty", "tea");
    assertThat(cid.only(RoomCounts.class).rooms())
        .isEqualTo(
            List.of(new RoomCount(new RoomId("empty"), 0), new RoomCount(new RoomId("tea"), 2)));
  }

  @Test
  void nothingIsKeptOfARoomThatEveryoneLeft() {
    Guest ann = hall.member("Ann");
    ann.leave();
    ann.count("tea");
    assertThat(ann.only(RoomCounts.class).rooms().getFirst().members()).isZero();
    assertThat(hall.rooms.isEmpty()).isTrue();
  }
}
