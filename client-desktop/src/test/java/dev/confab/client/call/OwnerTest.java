package dev.confab.client.call;

import static dev.confab.client.call.Rehearsal.BEN;
import static dev.confab.client.call.Rehearsal.CARLA;
import static dev.confab.client.call.Rehearsal.REQUEST;
import static dev.confab.client.call.Rehearsal.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.ClientMessage.NewPassword;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomPassword;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What an owner of the room can do, and a room that gets back what it had.
class OwnerTest {
  private static final RoomPassword SESAME = new RoomPassword("sesame");
  private static final RoomState OURS = new RoomState(Door.OPEN, false, List.of(SELF));
  private static final RoomState BENS = new RoomState(Door.OPEN, false, List.of(BEN.peer()));
  private static final KnockId DORA = new KnockId("k1");

  private static Rehearsal owner(Member... others) {
    return owner(Admission.NONE, OURS, others);
  }

  private static Rehearsal owner(Admission shown, RoomState room, Member... others) {
    Rehearsal call = new Rehearsal();
    call.play(new CallEvent.JoinWished(REQUEST.with(shown), Rehearsal.INSTANCE));
    return call.play(call.careful(false), call.joined(room, others));
  }

  private static RoomEntry entry(Rehearsal call) {
    return ((Phase.InCall) call.state().snapshot(new LatestFrame()).phase()).entry();
  }

  private static CallEvent now(Rehearsal call, RoomState state) {
    return call.said(new ServerMessage.RoomUpdated(7, state));
  }

  private static CallEvent knocks(Rehearsal call, KnockId id, String name) {
    return call.said(new ServerMessage.Knock(7, id, new DisplayName(name)));
  }

  private static CallEffect set(@Nullable Door door, @Nullable RoomPassword password) {
    return new CallEffect.SendSetRoom(door, password == null ? null : new NewPassword(password));
  }

  @Test
  void whatTheServerSaysOfTheRoomIsShown() {
    Rehearsal call = owner(BEN);
    assertThat(entry(call).own()).isTrue();

    call.play(now(call, new RoomState(Door.LOCKED, true, List.of(BEN.peer()))));

    RoomEntry entry = entry(call);
    assertThat(entry.door()).isEqualTo(Door.LOCKED);
    assertThat(entry.password()).isTrue();
    assertThat(entry.own()).isFalse();
    assertThat(entry.owners()).containsExactly(BEN.peer());
  }

  @Test
  void theDoorChangesWhenTheServerSaysSo() {
    Rehearsal call = owner(BEN);

    call.play(new CallEvent.DoorWished(Door.LOCKED));

    assertThat(call.effects()).containsExactly(set(Door.LOCKED, null));
    assertThat(entry(call).door()).isEqualTo(Door.OPEN);
  }

  @Test
  void theFirstInARoomWithKnockingShutsItsDoor() {
    Admission knock = new Admission(null, null, true);

    assertThat(owner(knock, OURS).effects()).contains(set(Door.KNOCK, null));
    assertThat(owner(knock, OURS, BEN).effects()).doesNotContain(set(Door.KNOCK, null));
    assertThat(owner(knock, BENS, BEN).effects()).doesNotContain(set(Door.KNOCK, null));
  }

  @Test
  void whoKnocksIsShownUntilItIsOver() {
    Rehearsal call = owner(BEN);
    call.play(knocks(call, DORA, "Dora"), knocks(call, new KnockId("k2"), "Emil"));
    assertThat(entry(call).knocks())
        .extracting(it -> it.name().value())
        .containsExactly("Dora", "Emil");

    call.play(call.said(new ServerMessage.KnockEnded(8, DORA)));

    assertThat(entry(call).knocks()).extracting(it -> it.name().value()).containsExactly("Emil");
  }

  @Test
  void moreKnocksThanAServerLetsWaitAreNotKept() {
    Rehearsal call = owner(BEN);
    for (int i = 0; i < 1000; i++) {
      call.play(knocks(call, new KnockId("k" + i), "Dora"));
    }
    assertThat(entry(call).knocks()).hasSize(Doorway.MAX_KNOCKS);
  }

  @Test
  void whoIsAnOwnerNoMoreHearsOfNoKnocks() {
    Rehearsal call = owner(BEN);
    call.play(knocks(call, DORA, "Dora"), now(call, BENS));
    assertThat(entry(call).knocks()).isEmpty();
  }

  @Test
  void aKnockIsAnsweredOnce() {
    Rehearsal call = owner(BEN);
    call.play(knocks(call, DORA, "Dora"));

    call.play(new CallEvent.KnockAnswered(DORA, true));

    assertThat(call.effects()).containsExactly(new CallEffect.SendKnockAnswer(DORA, true));
    assertThat(entry(call).knocks().getFirst().answered()).isTrue();
  }

  /// Not to be taken for a refusal of our own place.
  @Test
  void aFullRoomIsToldTheOwnerAndTheKnockGoesOn() {
    Rehearsal call = owner(BEN);
    call.play(knocks(call, DORA, "Dora"), new CallEvent.KnockAnswered(DORA, true));

    call.play(call.notDone(ErrorCode.ROOM_FULL));

    assertThat(entry(call).refusal()).isEqualTo(OwnerRefusal.ROOM_FULL);
    assertThat(entry(call).knocks().getFirst().answered()).isFalse();
    assertThat(call.effects()).isEmpty();
    call.play(new CallEvent.FailureDismissed());
    assertThat(entry(call).refusal()).isNull();
  }

  @Test
  void whatIsRefusedIsToldAndTheCallGoesOn() {
    Rehearsal call = owner(BEN);
    call.play(new CallEvent.DoorWished(Door.LOCKED)).play(call.notDone(ErrorCode.NOT_OWNER));
    assertThat(entry(call).refusal()).isEqualTo(OwnerRefusal.NOT_OWNER);

    call.play(new CallEvent.DoorWished(Door.KNOCK)).play(call.notDone(ErrorCode.NOT_ALLOWED));
    assertThat(entry(call).refusal()).isEqualTo(OwnerRefusal.NOT_ALLOWED);
  }

  /// Whatever it is of, it is not our place: that is not being asked for.
  @Test
  void aRefusalOfSomethingElseDoesNotEndTheCall() {
    Rehearsal call = owner(BEN);
    call.play(call.refused(ErrorCode.NOT_ALLOWED), call.refused(ErrorCode.ROOM_FULL));
    assertThat(entry(call).own()).isTrue();
    assertThat(call.effects()).isEmpty();
  }

  /// A new session counts its messages anew.
  @Test
  void whatWasAskedInAnEarlierSessionHasNoAnswerInTheNext() {
    Rehearsal call = owner(BEN);
    call.play(new CallEvent.PasswordWished(SESAME));
    CallEvent answer = call.done();
    call.play(call.interrupted(), call.careful(false)).play(answer);
    assertThat(entry(call).known()).isNull();
  }

  @Test
  void whoHasGoneMeanwhileIsNoTrouble() {
    Rehearsal call = owner(BEN);
    call.play(new CallEvent.RemovalWished(BEN.peer(), false));
    call.play(call.notDone(ErrorCode.NO_SUCH_MEMBER));
    assertThat(entry(call).refusal()).isNull();
  }

  @Test
  void aRoomIsLockedBeforeSomeoneIsRemoved() {
    Rehearsal call = owner(BEN);

    call.play(new CallEvent.RemovalWished(BEN.peer(), true));

    assertThat(call.effects())
        .containsExactly(set(Door.LOCKED, null), new CallEffect.SendRemove(BEN.peer()));
  }

  @Test
  void theRoomIsHandedOverToTheOneWhoIsMeant() {
    Rehearsal call = owner(BEN, CARLA);

    call.play(new CallEvent.HandOverWished(CARLA.peer()));

    assertThat(call.effects()).containsExactly(new CallEffect.SendHandOver(CARLA.peer()));
  }

  @Test
  void aNewPasswordIsKnownWhenTheServerHasIt() {
    Rehearsal call = owner(BEN);
    call.play(new CallEvent.PasswordWished(SESAME));
    assertThat(call.effects()).containsExactly(set(null, SESAME));
    call.play(now(call, new RoomState(Door.OPEN, true, List.of(SELF))));
    assertThat(entry(call).known()).isNull();

    call.play(call.done());

    assertThat(entry(call).known()).isEqualTo(SESAME);
  }

  @Test
  void aPasswordThatWasRefusedIsNotTakenForTheRooms() {
    Rehearsal call = owner(BEN);
    call.play(new CallEvent.PasswordWished(SESAME)).play(call.notDone(ErrorCode.NOT_ALLOWED));
    call.play(now(call, new RoomState(Door.OPEN, true, List.of(SELF))));
    assertThat(entry(call).known()).isNull();
  }

  // --- a server that has forgotten the room ----------------------------------------------------

  /// Locked, with a password that was set during the call.
  private static Rehearsal forgotten() {
    Rehearsal call = owner(BEN).connected();
    call.play(new CallEvent.PasswordWished(SESAME));
    call.play(now(call, new RoomState(Door.LOCKED, true, List.of(SELF))), call.done());
    return call.play(call.interrupted(), call.careful(false));
  }

  private static final Member BEN_AGAIN = new Member(new PeerId("ben-2"), BEN.name(), BEN.media());

  @Test
  void aRoomThatIsOursAgainGetsBackWhatItHadOnceEveryoneIsBack() {
    Rehearsal call = forgotten();

    call.play(call.joined(new RoomState(Door.OPEN, false, List.of(SELF))));
    assertThat(call.effects()).doesNotHaveAnyElementsOfTypes(CallEffect.SendSetRoom.class);

    call.play(call.came(BEN_AGAIN));
    assertThat(call.effects()).containsExactly(set(Door.LOCKED, SESAME));
  }

  @Test
  void itIsNotLeftOpenForThoseWhoDoNotComeBack() {
    Rehearsal call = forgotten();
    call.play(call.joined(new RoomState(Door.OPEN, false, List.of(SELF))));

    call.play(new CallEvent.AwaitedLongEnough(call.ben(), call.session().path().awaited()));

    assertThat(call.effects()).contains(set(Door.LOCKED, SESAME));
  }

  @Test
  void aRoomThatIsAnothersNowIsLeftAlone() {
    Rehearsal call = forgotten();

    call.play(call.joined(new RoomState(Door.OPEN, false, List.of(BEN_AGAIN.peer())), BEN_AGAIN));

    assertThat(call.effects()).doesNotHaveAnyElementsOfTypes(CallEffect.SendSetRoom.class);
    call.play(now(call, new RoomState(Door.OPEN, false, List.of(SELF))));
    assertThat(call.effects()).isEmpty();
  }

  @Test
  void whatTheNewRoomHasAlreadyIsNotSetAgain() {
    RoomState protectedRoom = new RoomState(Door.OPEN, true, List.of(SELF));
    Rehearsal call = owner(new Admission(SESAME, null, false), protectedRoom, BEN).connected();

    call.play(call.interrupted(), call.careful(false), call.joined(protectedRoom, BEN_AGAIN));

    assertThat(call.effects()).doesNotHaveAnyElementsOfTypes(CallEffect.SendSetRoom.class);
  }

  @Test
  void nothingIsWishedOfARoomThatIsBeingJoinedAgain() {
    Rehearsal call = forgotten();
    call.play(new CallEvent.DoorWished(Door.OPEN));
    assertThat(call.effects()).isEmpty();
  }
}
