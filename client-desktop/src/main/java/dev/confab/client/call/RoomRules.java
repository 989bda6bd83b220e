package dev.confab.client.call;

import dev.confab.client.call.CallEvent.FromSignaling;
import dev.confab.client.call.CallState.Entering;
import dev.confab.client.call.CallState.Idle;
import dev.confab.client.call.CallState.InRoom;
import dev.confab.client.call.CallState.Visit;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.ServerMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the signaling server's messages do: getting in, who comes and goes, and the session's ups
/// and downs.
final class RoomRules {
  /// How long after a refusal the place in the room is asked for again.
  static final Duration REJOIN_AGAIN = Duration.ofSeconds(3);

  /// A minute of that outlasts every ghost.
  static final int MAX_REFUSALS = 20;

  private RoomRules() {}

  static void apply(Turn turn, FromSignaling event) {
    switch (event) {
      case CallEvent.SessionOpened(long attempt, ServerMessage.Welcome welcome) ->
          sessionOpened(turn, welcome);
      case CallEvent.SignalingInterrupted interrupted -> {
        if (turn.room() instanceof InRoom room) {
          turn.become(room.with(Phase.ServerLink.RECONNECTING));
        }
      }
      case CallEvent.SignalingEnded(long attempt, CallFailure failure) -> turn.end(failure);
      case CallEvent.RejoinDue due -> {
        if (turn.room() instanceof InRoom room && room.link() == Phase.ServerLink.RECONNECTING) {
          joinAgain(turn, room);
        } else if (turn.state().stage() instanceof Entering entering) {
          enter(turn, entering.visit());
        }
      }
      case CallEvent.ServerSaid(long attempt, ServerMessage message) -> serverSaid(turn, message);
      case CallEvent.PeerSaid said -> {
        if (turn.room() instanceof InRoom room) {
          room.peers().find(said.from()).ifPresent(session -> heard(turn, session, said.message()));
        }
      }
    }
  }

  /// The first session, one that was resumed, or a new one because the server has forgotten us:
  /// then the room is joined again. The connections stay until the room's new state says otherwise.
  private static void sessionOpened(Turn turn, ServerMessage.Welcome welcome) {
    switch (turn.state().stage()) {
      case Idle idle -> {}
      case Entering entering -> enter(turn, entering.visit().withIceServers(welcome.iceServers()));
      case InRoom room -> {
        InRoom next = room.with(room.visit().withIceServers(welcome.iceServers()));
        if (!welcome.resumed()) {
          joinAgain(turn, next);
        } else if (next.visit().refusals() == 0) {
          turn.become(next.with(Phase.ServerLink.UP));
        } else { // the session is there, but not our place: it is still being asked for
          turn.become(next);
        }
      }
    }
  }

  /// An address that is to be hidden needs a relay.
  private static void enter(Turn turn, Visit visit) {
    JoinRequest request = visit.request();
    if (request.addressHidden() && visit.iceServers().stream().noneMatch(IceServer::relays)) {
      turn.end(new CallFailure.NoRelay(request.server()));
      return;
    }
    MediaState media = turn.state().media();
    turn.become(new Entering(visit, media));
    turn.add(new CallEffect.SendJoin(request.room(), media));
  }

  private static void joinAgain(Turn turn, InRoom room) {
    MediaState media = turn.state().media();
    turn.become(room.withTold(media));
    turn.add(new CallEffect.SendJoin(room.visit().request().room(), media));
  }

  /// A first offer to one who has a connection already, or one that did not come about, begins a
  /// new one: the other's program was started again, maybe before the connection stood.
  private static void heard(Turn turn, PeerSession session, PeerMessage message) {
    if (message instanceof PeerMessage.Offer offer
        && offer.negotiation() == 1
        && (session.path().wasUp() || session.offers() || session.negotiation().tried())) {
      ReturnRules.startedOver(turn, session, offer);
    } else {
      PeerRules.heard(turn, session, message);
    }
  }

  private static void serverSaid(Turn turn, ServerMessage message) {
    switch (message) {
      case ServerMessage.Joined joined -> joined(turn, joined);
      case ServerMessage.MemberJoined(long seq, Member member) -> ReturnRules.came(turn, member);
      case ServerMessage.MemberLeft left -> {
        if (turn.room() instanceof InRoom room) {
          room.peers().find(left.peer()).ifPresent(session -> ReturnRules.forget(turn, session));
        }
      }
      case ServerMessage.MemberUpdated(long seq, Member member) -> {
        if (turn.room() instanceof InRoom room) {
          room.peers().find(member.peer()).ifPresent(session -> turn.put(session.with(member)));
        }
      }
      case ServerMessage.Refused refused -> refused(turn, refused);
      case ServerMessage.IceServers fresh -> freshIceServers(turn, fresh.iceServers());
      case ServerMessage.Draining draining -> {
        if (turn.room() instanceof InRoom room) {
          turn.become(room.with(Phase.ServerLink.STOPPING));
        }
      }
      case ServerMessage.Signal signal -> {} // decoded on the way in: PeerSaid
      case ServerMessage.Welcome welcome -> {} // SessionOpened
      case ServerMessage.UnsupportedVersion unsupported -> {} // SignalingEnded
      case ServerMessage.Removed removed -> {
        if (turn.room() instanceof InRoom) {
          turn.end(
              new CallFailure.Refused(
                  ErrorCode.TURNED_AWAY.wire(), "You were taken out of the room."));
        }
      }
      case ServerMessage.RoomUpdated updated -> {}
      case ServerMessage.Waiting waiting -> {}
      case ServerMessage.Knock knock -> {}
      case ServerMessage.KnockEnded ended -> {}
      case ServerMessage.Done done -> {}
      case ServerMessage.RoomCounts counts -> {}
    }
  }

  /// For connections that begin from now on. One that stands keeps what it was made with: its relay
  /// stays, and only an ICE restart after a day and more would want another.
  private static void freshIceServers(Turn turn, List<IceServer> servers) {
    switch (turn.state().stage()) {
      case Idle idle -> {}
      case Entering entering ->
          turn.become(new Entering(entering.visit().withIceServers(servers), turn.state().media()));
      case InRoom room -> turn.become(room.with(room.visit().withIceServers(servers)));
    }
  }

  private static void joined(Turn turn, ServerMessage.Joined joined) {
    if (turn.state().stage() instanceof Entering entering) {
      turn.become(
          new InRoom(
              entering.visit().withRefusals(0),
              Phase.ServerLink.UP,
              Peers.NONE,
              List.of(),
              entering.told(),
              false,
              Voices.SILENCE));
      turn.add(new CallEffect.TellCallStarted());
    } else if (turn.room() instanceof InRoom room) {
      turn.become(room.with(Phase.ServerLink.UP).with(room.visit().withRefusals(0)));
    }
    ReturnRules.joined(turn, joined.members());
  }

  private static void refused(Turn turn, ServerMessage.Refused refused) {
    switch (turn.state().stage()) {
      case Idle _ -> {}
      case Entering(Visit visit, MediaState told) -> {
        boolean later = (visit.returning() && ghost(refused)) || tooFast(refused);
        if (later && visit.refusals() < MAX_REFUSALS) {
          turn.become(new Entering(askLater(turn, visit), told));
        } else {
          endFor(turn, failure(visit.request(), refused));
        }
      }
      case InRoom room -> {
        Visit visit = room.visit();
        if (ghost(refused) && visit.refusals() < MAX_REFUSALS) {
          turn.become(room.with(Phase.ServerLink.RECONNECTING).with(askLater(turn, visit)));
        } else {
          endFor(turn, failure(visit.request(), refused));
        }
      }
    }
  }

  private static Visit askLater(Turn turn, Visit visit) {
    turn.add(new CallEffect.After(REJOIN_AGAIN, new CallEvent.RejoinDue(visit.attempt())));
    return visit.withRefusals(visit.refusals() + 1);
  }

  /// It was dropped because of what was said before it, and would be let in a moment later.
  private static boolean tooFast(ServerMessage.Refused refused) {
    return ErrorCode.ofWire(refused.code()).filter(code -> code == ErrorCode.TOO_FAST).isPresent();
  }

  /// In a room that we are in, or were in when the program ended, only our own old place can be in
  /// our way; it ends within a minute.
  private static boolean ghost(ServerMessage.Refused refused) {
    return ErrorCode.ofWire(refused.code())
        .filter(code -> code == ErrorCode.ROOM_FULL || code == ErrorCode.NAME_TAKEN)
        .isPresent();
  }

  private static void endFor(Turn turn, @Nullable CallFailure failure) {
    if (failure != null) {
      turn.end(failure);
    }
  }

  /// What a refusal means for our place in the room: null when it says something of one message
  /// alone.
  private static @Nullable CallFailure failure(JoinRequest request, ServerMessage.Refused refused) {
    CallFailure unexpected = new CallFailure.Refused(refused.code(), refused.text());
    Optional<ErrorCode> code = ErrorCode.ofWire(refused.code());
    if (code.isEmpty()) {
      return unexpected;
    }
    return switch (code.get()) {
      case NO_SUCH_MEMBER,
          TO_SELF,
          TOO_LARGE,
          TOO_FAST,
          ALREADY_JOINED,
          UNKNOWN_TYPE,
          NOT_OWNER,
          NOT_ALLOWED,
          NO_SUCH_KNOCK,
          NOT_JOINED ->
          null; // not joined: a join is on its way whenever we talk
      case ROOM_FULL -> new CallFailure.RoomFull(request.room());
      case NAME_TAKEN -> new CallFailure.NameTaken(request.room(), request.name());
      case DRAINING -> new CallFailure.ServerStopping(request.server());
      case SERVER_FULL -> new CallFailure.ServerBusy(request.server());
      case PASSWORD_NEEDED,
          WRONG_PASSWORD,
          TOO_MANY_GUESSES,
          INVITATION_NEEDED,
          BAD_INVITATION,
          ROOM_LOCKED,
          TURNED_AWAY,
          BAD_JSON,
          BAD_MESSAGE,
          BAD_NAME,
          BAD_ROOM,
          HELLO_FIRST,
          HELLO_TWICE,
          UNSUPPORTED_VERSION ->
          unexpected;
    };
  }
}
