package dev.confab.server.room;

import static dev.confab.protocol.EntryWay.INVITATION;
import static dev.confab.protocol.EntryWay.KNOCKING;
import static dev.confab.protocol.EntryWay.OPEN;
import static dev.confab.protocol.EntryWay.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.ServerMessage.Joined;
import dev.confab.protocol.ServerMessage.Knock;
import dev.confab.protocol.ServerMessage.MemberJoined;
import dev.confab.protocol.ServerMessage.RoomUpdated;
import dev.confab.protocol.ServerMessage.Waiting;
import org.junit.jupiter.api.Test;

class InvitationEntryTest {
  private final Hall hall = new Hall(4, OPEN, PASSWORD, INVITATION, KNOCKING);

  private Guest invited(String name, String invitation) {
    Guest guest = hall.guest(name);
    guest.joinInvited("tea", invitation);
    return guest;
  }

  @Test
  void anInvitationNeedsNoPassword() {
    Guest ann = hall.guest("Ann");
    ann.join("tea", "secret");
    assertThat(invited("Bob", hall.invitation(null)).last()).isInstanceOf(Joined.class);
  }

  @Test
  void oneForAnotherRoomIsRefused() {
    Guest ann = hall.guest("Ann");
    ann.joinInvited("coffee", hall.invitation(null));
    assertThat(ann.refusal()).isEqualTo("bad-invitation");
  }

  @Test
  void aForgedOneIsRefusedEvenWhereTheRoomIsOpen() {
    hall.member("Ann");
    assertThat(invited("Bob", "forged").refusal()).isEqualTo("bad-invitation");
  }

  @Test
  void aGuestIsCalledWhatTheInvitationSays() {
    Guest ann = hall.member("Ann");
    Guest bob = invited("Bob", hall.invitation("Robert"));
    assertThat(ann.only(MemberJoined.class).member().name()).isEqualTo(new DisplayName("Robert"));
    assertThat(bob.only(Joined.class).name()).isEqualTo(new DisplayName("Robert"));
  }

  @Test
  void whoIsCalledAsTheySaidIsNotToldSo() {
    assertThat(invited("Bob", hall.invitation(null)).only(Joined.class).name()).isNull();
  }

  @Test
  void aNameFromAnInvitationCanBeTakenToo() {
    hall.member("Robert");
    assertThat(invited("Bob", hall.invitation("ROBERT")).refusal()).isEqualTo("name-taken");
  }

  @Test
  void theFirstByAPlainInvitationOwnsNothing() {
    Guest ann = invited("Ann", hall.invitation(null));
    assertThat(ann.only(Joined.class).state().owners()).isEmpty();
    ann.setDoor(Door.LOCKED);
    assertThat(ann.refusal()).isEqualTo("not-owner");
  }

  @Test
  void theFirstByAnOwnersInvitationOwnsTheRoom() {
    Guest ann = invited("Ann", hall.invitation(null, Right.OWNER));
    assertThat(ann.only(Joined.class).state().owners()).containsExactly(ann.place());
  }

  @Test
  void whoComesLaterWithTheRightBecomesAnOwnerAsWell() {
    Guest ann = hall.member("Ann");
    Guest bob = invited("Bob", hall.invitation(null, Right.OWNER));
    assertThat(bob.only(Joined.class).state().owners()).containsExactly(ann.place(), bob.place());
    assertThat(ann.only(RoomUpdated.class).state().owners())
        .containsExactly(ann.place(), bob.place());
    assertThat(bob.countOf(RoomUpdated.class)).isZero();
  }

  @Test
  void aRoomWithoutOwnerFallsToTheFirstWhoMayOwnIt() {
    Guest ann = invited("Ann", hall.invitation(null));
    Guest bob = hall.member("Bob");
    assertThat(bob.only(Joined.class).state().owners()).containsExactly(bob.place());
    assertThat(ann.only(RoomUpdated.class).state().owners()).containsExactly(bob.place());
  }

  @Test
  void guestsInheritNothing() {
    Guest ann = hall.member("Ann");
    Guest guest = invited("Guest", hall.invitation(null, Right.ENTER));
    Guest cid = hall.member("Cid");
    ann.leave();
    assertThat(guest.lastOf(RoomUpdated.class).state().owners()).containsExactly(cid.place());
    cid.leave();
    assertThat(guest.lastOf(RoomUpdated.class).state().owners()).isEmpty();
  }

  @Test
  void aPlainInvitationKnocks() {
    Guest ann = hall.member("Ann");
    ann.setDoor(Door.KNOCK);
    Guest bob = invited("Bob", hall.invitation("Robert"));
    assertThat(bob.last()).isInstanceOf(Waiting.class);
    assertThat(ann.only(Knock.class).name()).isEqualTo(new DisplayName("Robert"));
    ann.admit(ann.only(Knock.class).knock());
    assertThat(bob.only(Joined.class).name()).isEqualTo(new DisplayName("Robert"));
  }

  @Test
  void theRightsToEnterAndToOwnPassAKnockingDoor() {
    hall.member("Ann").setDoor(Door.KNOCK);
    assertThat(invited("Bob", hall.invitation(null, Right.ENTER)).last())
        .isInstanceOf(Joined.class);
    assertThat(invited("Cid", hall.invitation(null, Right.OWNER)).last())
        .isInstanceOf(Joined.class);
  }

  @Test
  void onlyTheRightToOwnPassesALockedDoor() {
    hall.member("Ann").setDoor(Door.LOCKED);
    assertThat(hall.member("Dan").refusal()).isEqualTo("room-locked");
    assertThat(invited("Bob", hall.invitation(null, Right.ENTER)).refusal())
        .isEqualTo("room-locked");
    assertThat(invited("Cid", hall.invitation(null, Right.OWNER)).last())
        .isInstanceOf(Joined.class);
  }

  @Test
  void whoseInvitationOwnsHearsWhoWaits() {
    Guest ann = hall.member("Ann");
    ann.setDoor(Door.KNOCK);
    hall.member("Bob");
    Guest cid = invited("Cid", hall.invitation(null, Right.OWNER));
    assertThat(cid.last()).isEqualTo(new Knock(3, ann.only(Knock.class).knock(), name("Bob")));
  }

  private static DisplayName name(String name) {
    return new DisplayName(name);
  }

  @Test
  void aServerForTheInvitedAloneWantsAnInvitation() {
    Hall invitedOnly = new Hall(2, INVITATION);
    assertThat(invitedOnly.member("Ann").refusal()).isEqualTo("invitation-needed");
    Guest bob = invitedOnly.guest("Bob");
    bob.join("tea", "secret");
    assertThat(bob.refusal()).isEqualTo("invitation-needed");
    bob.joinInvited("tea", invitedOnly.invitation(null, Right.OWNER));
    assertThat(bob.last()).isInstanceOf(Joined.class);
    bob.setPassword("");
    assertThat(bob.refusal()).isEqualTo("not-allowed");
    bob.setDoor(Door.KNOCK);
    assertThat(bob.refusal()).isEqualTo("not-allowed");
    bob.setDoor(Door.LOCKED);
    assertThat(bob.lastOf(RoomUpdated.class).state().door()).isEqualTo(Door.LOCKED);
  }

  @Test
  void whereThereAreNoOpenRoomsOneBegunByInvitationIsNoneEither() {
    Hall closed = new Hall(2, PASSWORD, INVITATION);
    Guest ann = closed.guest("Ann");
    ann.joinInvited("tea", closed.invitation(null, Right.OWNER));
    assertThat(closed.member("Bob").refusal()).isEqualTo("invitation-needed");
  }

  @Test
  void aServerWithoutInvitationsRefusesThem() {
    Hall open = new Hall(2, OPEN);
    Guest ann = open.guest("Ann");
    ann.joinInvited("tea", open.invitation(null));
    assertThat(ann.refusal()).isEqualTo("not-allowed");
  }

  @Test
  void anInvitationIsLookedAtBeforeTheRoomIs() {
    Hall two = new Hall(2, OPEN, INVITATION);
    two.member("Ann");
    two.member("Bob");
    Guest cid = two.guest("Cid");
    cid.joinInvited("tea", "forged");
    assertThat(cid.refusal()).isEqualTo("bad-invitation");
    cid.joinInvited("tea", two.invitation(null, Right.OWNER));
    assertThat(cid.refusal()).isEqualTo("room-full");
  }
}
