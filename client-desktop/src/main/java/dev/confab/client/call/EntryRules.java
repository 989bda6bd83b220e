package dev.confab.client.call;

import dev.confab.client.call.CallState.Entering;
import dev.confab.client.call.CallState.Idle;
import dev.confab.client.call.CallState.InRoom;
import dev.confab.client.call.CallState.Place;
import dev.confab.client.call.CallState.Visit;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way into the room, and back into one that the server has forgotten: what is shown at the
/// door. [RefusalRules] says what becomes of a no.
final class EntryRules {
  private EntryRules() {}

  /// The first session, one that was resumed, or a new one because the server has forgotten us:
  /// then the room is joined again. The connections stay until the room's new state says otherwise.
  static void sessionOpened(Turn turn, ServerMessage.Welcome welcome) {
    switch (turn.state().stage()) {
      case Idle idle -> {}
      case Entering(Visit visit, MediaState told, Place place) -> {
        Entering next = new Entering(visit.with(welcome), told, place);
        turn.become(next);
        if (!welcome.resumed() || place == Place.OUTSIDE) { // else it has the request already
          enter(turn, next);
        }
      }
      case InRoom room -> {
        InRoom next = room.with(room.visit().with(welcome));
        PeerRules.renewPaths(turn, room, next.visit());
        if (welcome.resumed()) {
          turn.become(next.with(link(next.place())));
        } else {
          joinAgain(turn, next);
        }
      }
    }
  }

  /// While the session stands: it may be that our place is still being asked for.
  private static Phase.ServerLink link(Place place) {
    return switch (place) {
      case IN -> Phase.ServerLink.UP;
      case AT_DOOR -> Phase.ServerLink.AT_DOOR;
      case OUTSIDE, ASKED -> Phase.ServerLink.RECONNECTING;
    };
  }

  static void enter(Turn turn, Entering entering) {
    Visit visit = entering.visit();
    CallFailure impossible = impossible(visit);
    if (impossible != null) {
      turn.end(impossible);
      return;
    }
    MediaState media = turn.state().media();
    Place place = entering.place() == Place.AT_DOOR ? Place.AT_DOOR : Place.ASKED;
    turn.become(new Entering(visit, media, place));
    turn.add(new CallEffect.SendJoin(visit.request().room(), media, visit.request().admission()));
  }

  /// An address that is to be hidden needs a relay. Who protects a room wants it protected: an
  /// older server would open it to everybody without a word, so that it is not asked.
  private static @Nullable CallFailure impossible(Visit visit) {
    JoinRequest request = visit.request();
    Admission shown = request.admission();
    if (request.addressHidden() && visit.iceServers().stream().noneMatch(IceServer::relays)) {
      return new CallFailure.NoRelay(request.server());
    }
    if (shown.password() != null
        && shown.invitation() == null
        && !visit.ways().contains(EntryWay.PASSWORD)) {
      return new CallFailure.NoPasswords(request.server());
    }
    return shown.knock() && !visit.ways().contains(EntryWay.KNOCKING)
        ? new CallFailure.NoKnocking(request.server())
        : null;
  }

  /// With what was shown the first time. How we had the room, if it was ours, is kept.
  static void joinAgain(Turn turn, InRoom room) {
    MediaState media = turn.state().media();
    JoinRequest request = room.visit().request();
    Admission shown =
        room.visit().ways().contains(EntryWay.PASSWORD)
            ? request.admission()
            : request.admission().withoutPassword();
    turn.become(room.withTold(media).with(Place.ASKED).with(room.doorway().forgotten()));
    turn.add(new CallEffect.SendJoin(request.room(), media, shown));
  }

  /// An owner is to decide. In a room that is joined again, the connections go on meanwhile.
  static void waiting(Turn turn) {
    switch (turn.state().stage()) {
      case Idle _ -> {}
      case Entering entering ->
          turn.become(new Entering(entering.visit(), entering.told(), Place.AT_DOOR));
      case InRoom room -> {
        if (room.place() != Place.IN) {
          turn.become(room.with(Place.AT_DOOR).with(Phase.ServerLink.AT_DOOR));
        }
      }
    }
  }

  static void joined(Turn turn, ServerMessage.Joined joined) {
    switch (turn.state().stage()) {
      case Idle _ -> {}
      case Entering(Visit entering, MediaState told, var _) -> {
        Visit visit = named(entering, joined).withRefusals(0);
        turn.become(
            new InRoom(
                visit,
                Place.IN,
                doorway(visit, joined),
                Phase.ServerLink.UP,
                Peers.NONE,
                List.of(),
                told,
                false,
                Voices.SILENCE));
        turn.add(new CallEffect.TellCallStarted());
        ReturnRules.joined(turn, joined.members());
        OwnerRules.created(turn, visit.request().admission().knock() && !visit.returning());
      }
      case InRoom room -> {
        Visit visit = named(room.visit(), joined).withRefusals(0);
        Doorway doorway = doorway(visit, joined).withRestore(room.doorway().restore());
        turn.become(room.with(Phase.ServerLink.UP).with(visit).with(Place.IN).with(doorway));
        ReturnRules.joined(turn, joined.members());
      }
    }
  }

  /// An invitation may say what its guest is called.
  private static Visit named(Visit visit, ServerMessage.Joined joined) {
    return joined.name() == null ? visit : visit.with(visit.request().with(joined.name()));
  }

  /// Who came by an invitation did not try the password.
  private static Doorway doorway(Visit visit, ServerMessage.Joined joined) {
    Admission shown = visit.request().admission();
    return Doorway.of(
        joined.self(), joined.state(), shown.invitation() == null ? shown.password() : null);
  }
}
