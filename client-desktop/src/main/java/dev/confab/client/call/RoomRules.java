package dev.confab.client.call;

import dev.confab.client.call.CallEvent.FromSignaling;
import dev.confab.client.call.CallState.Entering;
import dev.confab.client.call.CallState.Idle;
import dev.confab.client.call.CallState.InRoom;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the signaling server's messages do: getting in, who comes and goes, and the session's ups
/// and downs.
final class RoomRules {
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
      case CallEvent.ServerSaid(long attempt, ServerMessage message) -> serverSaid(turn, message);
      case CallEvent.PeerSaid said -> {
        if (turn.room() instanceof InRoom room
            && room.peers().get(said.from()) instanceof PeerSession session) {
          PeerRules.heard(turn, session, said.message());
        }
      }
    }
  }

  /// The first session, one that was resumed, or a new one because the server has forgotten us:
  /// then the room is joined again. The connections stay until the room's new state says otherwise.
  private static void sessionOpened(Turn turn, ServerMessage.Welcome welcome) {
    switch (turn.state().stage()) {
      case Idle idle -> {}
      case Entering entering -> {
        MediaState media = turn.state().media();
        turn.become(
            new Entering(entering.attempt(), entering.request(), welcome.iceServers(), media));
        turn.add(new CallEffect.SendJoin(entering.request().room(), media));
      }
      case InRoom room -> {
        InRoom up = room.with(Phase.ServerLink.UP).withIceServers(welcome.iceServers());
        if (welcome.resumed()) {
          turn.become(up);
        } else {
          MediaState media = turn.state().media();
          turn.become(up.withTold(media));
          turn.add(new CallEffect.SendJoin(room.request().room(), media));
        }
      }
    }
  }

  private static void serverSaid(Turn turn, ServerMessage message) {
    switch (message) {
      case ServerMessage.Joined joined -> joined(turn, joined);
      case ServerMessage.MemberJoined(long seq, Member member) -> {
        if (turn.room() instanceof InRoom room) {
          forget(turn, room.peers().get(member.peer()));
          meet(turn, member, false);
        }
      }
      case ServerMessage.MemberLeft left -> {
        if (turn.room() instanceof InRoom room) {
          forget(turn, room.peers().get(left.peer()));
        }
      }
      case ServerMessage.MemberUpdated(long seq, Member member) -> {
        if (turn.room() instanceof InRoom room
            && room.peers().get(member.peer()) instanceof PeerSession session) {
          turn.become(room.with(session.with(member)));
        }
      }
      case ServerMessage.Refused refused -> refused(turn, refused);
      case ServerMessage.Draining draining -> {
        if (turn.room() instanceof InRoom room) {
          turn.become(room.with(Phase.ServerLink.STOPPING));
        }
      }
      case ServerMessage.Signal signal -> {} // decoded on the way in: PeerSaid
      case ServerMessage.Welcome welcome -> {} // SessionOpened
      case ServerMessage.UnsupportedVersion unsupported -> {} // SignalingEnded
      case ServerMessage.Done done -> {}
      case ServerMessage.RoomCounts counts -> {}
    }
  }

  /// The room's complete state. The one who joins makes the offers, to everyone present.
  private static void joined(Turn turn, ServerMessage.Joined joined) {
    switch (turn.state().stage()) {
      case Idle idle -> {}
      case Entering entering -> {
        turn.become(
            new InRoom(
                entering.attempt(),
                entering.request(),
                entering.iceServers(),
                Phase.ServerLink.UP,
                Map.of(),
                List.of(),
                entering.told(),
                false));
        turn.add(new CallEffect.TellCallStarted());
      }
      case InRoom room -> room.peers().values().forEach(session -> forget(turn, session));
    }
    joined.members().forEach(member -> meet(turn, member, true));
  }

  private static void meet(Turn turn, Member member, boolean offers) {
    if (!(turn.room() instanceof InRoom room)) {
      return;
    }
    PeerKey key = new PeerKey(member.peer(), turn.nextSerial());
    PeerSession session = PeerSession.of(key, member, offers, room.unsent());
    turn.become(room.withUnsent(List.of()).with(session));
    turn.add(new CallEffect.OpenPeer(key, room.iceServers(), session.frames(), offers));
    if (offers) {
      PeerRules.offer(turn, key, false);
    }
  }

  /// Chat that this member alone should have got waits for the next one.
  private static void forget(Turn turn, @Nullable PeerSession session) {
    if (session == null || !(turn.room() instanceof InRoom room)) {
      return;
    }
    PeerId peer = session.key().peer();
    InRoom next = room.without(peer);
    turn.become(next.peers().isEmpty() ? next.withUnsent(session.chat().unsent()) : next);
    turn.add(new CallEffect.ClosePeer(session.key()));
  }

  private static void refused(Turn turn, ServerMessage.Refused refused) {
    switch (turn.state().stage()) {
      case Idle _ -> {}
      case Entering entering -> endFor(turn, failure(entering.request(), refused));
      case InRoom room -> endFor(turn, failure(room.request(), refused));
    }
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
      case NO_SUCH_MEMBER, TO_SELF, TOO_LARGE, TOO_FAST, ALREADY_JOINED, UNKNOWN_TYPE, NOT_JOINED ->
          null; // not joined: a join is on its way whenever we talk
      case ROOM_FULL -> new CallFailure.RoomFull(request.room());
      case NAME_TAKEN -> new CallFailure.NameTaken(request.room(), request.name());
      case DRAINING -> new CallFailure.ServerStopping(request.server());
      case SERVER_FULL -> new CallFailure.ServerBusy(request.server());
      case BAD_JSON,
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
