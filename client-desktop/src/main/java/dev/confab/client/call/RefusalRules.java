package dev.confab.client.call;

import dev.confab.client.call.CallState.Entering;
import dev.confab.client.call.CallState.Idle;
import dev.confab.client.call.CallState.InRoom;
import dev.confab.client.call.CallState.Place;
import dev.confab.client.call.CallState.Visit;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.ServerMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a refusal on the way in, or back in, means: the end, or to ask again a little later.
final class RefusalRules {
  /// How long after a refusal the place in the room is asked for again.
  static final Duration REJOIN_AGAIN = Duration.ofSeconds(3);

  /// A minute of that outlasts every ghost.
  static final int MAX_REFUSALS = 20;

  private RefusalRules() {}

  static void refused(Turn turn, ServerMessage.Refused refused) {
    if (OwnerRules.refused(turn, refused)) {
      return;
    }
    switch (turn.state().stage()) {
      case Idle _ -> {}
      case Entering(Visit visit, MediaState told, var _) -> {
        boolean later =
            (visit.returning() && Refusals.ghost(refused))
                || Refusals.is(refused, ErrorCode.TOO_FAST);
        if (later && visit.refusals() < MAX_REFUSALS) {
          turn.become(new Entering(askLater(turn, visit), told, Place.ASKED));
        } else {
          endFor(turn, Refusals.failure(visit.request(), refused));
        }
      }
      case InRoom room -> {
        if (room.place() == Place.IN) {
          if (Refusals.failure(room.visit().request(), refused)
              instanceof CallFailure.Refused unexpected) {
            turn.end(unexpected);
          } // else it is of our place, which nobody asks for just now
        } else {
          refusedAgain(turn, room, refused);
        }
      }
    }
  }

  /// Our place was asked for again. A password that was changed meanwhile may not be that of the
  /// new room, which whoever came first has made: it is tried once without.
  private static void refusedAgain(Turn turn, InRoom room, ServerMessage.Refused refused) {
    Visit visit = room.visit();
    Admission shown = visit.request().admission();
    boolean later = Refusals.ghost(refused) || Refusals.is(refused, ErrorCode.TOO_FAST);
    if (later && visit.refusals() < MAX_REFUSALS) {
      turn.become(
          room.with(Phase.ServerLink.RECONNECTING).with(Place.ASKED).with(askLater(turn, visit)));
    } else if (Refusals.is(refused, ErrorCode.WRONG_PASSWORD) && shown.password() != null) {
      EntryRules.joinAgain(
          turn, room.with(visit.with(visit.request().with(shown.withoutPassword()))));
    } else {
      endFor(turn, Refusals.failure(visit.request(), refused));
    }
  }

  private static Visit askLater(Turn turn, Visit visit) {
    turn.add(new CallEffect.After(REJOIN_AGAIN, new CallEvent.RejoinDue(visit.attempt())));
    return visit.withRefusals(visit.refusals() + 1);
  }

  private static void endFor(Turn turn, @Nullable CallFailure failure) {
    if (failure != null) {
      turn.end(failure);
    }
  }

  /// Time to ask again, if that is still wanted.
  static void rejoinDue(Turn turn) {
    if (turn.room() instanceof InRoom room
        && room.place() == Place.ASKED
        && room.link() == Phase.ServerLink.RECONNECTING) {
      EntryRules.joinAgain(turn, room);
    } else if (turn.state().stage() instanceof Entering entering
        && entering.place() == Place.ASKED) {
      EntryRules.enter(turn, entering);
    }
  }
}
