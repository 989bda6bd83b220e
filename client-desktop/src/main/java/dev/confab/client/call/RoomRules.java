package dev.confab.client.call;

import dev.confab.client.call.CallEvent.FromSignaling;
import dev.confab.client.call.CallState.Entering;
import dev.confab.client.call.CallState.Idle;
import dev.confab.client.call.CallState.InRoom;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import java.util.function.UnaryOperator;

/// What the signaling server's messages do: who comes and goes, the room's door, and the session's
/// ups and downs.
final class RoomRules {
  private RoomRules() {}

  static void apply(Turn turn, FromSignaling event) {
    switch (event) {
      case CallEvent.SessionOpened(long attempt, ServerMessage.Welcome welcome) ->
          EntryRules.sessionOpened(turn, welcome);
      case CallEvent.SignalingInterrupted interrupted -> {
        if (turn.room() instanceof InRoom room) {
          turn.become(room.with(Phase.ServerLink.RECONNECTING));
        }
      }
      case CallEvent.SignalingEnded(long attempt, CallFailure failure) -> turn.end(failure);
      case CallEvent.RejoinDue due -> RefusalRules.rejoinDue(turn);
      case CallEvent.OwnerRequestSent(long attempt, long id, CallEffect.OwnerRequest request) ->
          OwnerRules.sent(turn, id, request);
      case CallEvent.ServerSaid(long attempt, ServerMessage message) -> serverSaid(turn, message);
      case CallEvent.PeerSaid said -> {
        if (turn.room() instanceof InRoom room) {
          room.peers().find(said.from()).ifPresent(session -> heard(turn, session, said.message()));
        }
      }
    }
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
      case ServerMessage.Joined joined -> EntryRules.joined(turn, joined);
      case ServerMessage.Waiting waiting -> EntryRules.waiting(turn);
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
      case ServerMessage.Refused refused -> RefusalRules.refused(turn, refused);
      case ServerMessage.IceServers fresh -> freshIceServers(turn, fresh.iceServers());
      case ServerMessage.Draining draining -> {
        if (turn.room() instanceof InRoom room) {
          turn.become(room.with(Phase.ServerLink.STOPPING));
        }
      }
      case ServerMessage.RoomUpdated(long seq, RoomState state) ->
          doorway(turn, now -> now.with(state));
      case ServerMessage.Knock(long seq, KnockId knock, DisplayName name) ->
          doorway(turn, now -> now.withKnock(new Knocker(knock, name, false)));
      case ServerMessage.KnockEnded(long seq, KnockId knock) ->
          doorway(turn, now -> now.withoutKnock(knock));
      case ServerMessage.Removed removed -> removed(turn);
      case ServerMessage.Done(long seq, long re) -> OwnerRules.done(turn, re);
      case ServerMessage.Signal signal -> {} // decoded on the way in: PeerSaid
      case ServerMessage.Welcome welcome -> {} // SessionOpened
      case ServerMessage.UnsupportedVersion unsupported -> {} // SignalingEnded
      case ServerMessage.RoomCounts counts -> {}
    }
  }

  /// The relays that stand go on with what they were made with. Whatever is gathered from now on
  /// needs the new ones, for a new connection as for the ICE restart of an old one.
  private static void freshIceServers(Turn turn, List<IceServer> servers) {
    switch (turn.state().stage()) {
      case Idle idle -> {}
      case Entering entering ->
          turn.become(
              new Entering(
                  entering.visit().withIceServers(servers), entering.told(), entering.place()));
      case InRoom room -> PeerRules.renewPaths(turn, room, room.visit().withIceServers(servers));
    }
  }

  private static void doorway(Turn turn, UnaryOperator<Doorway> change) {
    if (turn.room() instanceof InRoom room) {
      turn.become(room.with(change.apply(room.doorway())));
    }
  }

  /// For good: nobody who was taken out comes back by themselves.
  private static void removed(Turn turn) {
    switch (turn.state().stage()) {
      case Idle _ -> {}
      case Entering entering ->
          turn.end(new CallFailure.Removed(entering.visit().request().room()));
      case InRoom room -> turn.end(new CallFailure.Removed(room.visit().request().room()));
    }
  }
}
