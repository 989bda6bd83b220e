package dev.confab.client.call;

import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.Door;
import dev.confab.protocol.InstanceId;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.RoomPassword;
import dev.confab.protocol.ServerMessage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that can happen to a call: the person's wishes, the server's messages, what the media
/// side reports, and timers. All of it goes through one mailbox.
public sealed interface CallEvent {

  // --- the person -----------------------------------------------------------------------------

  record JoinWished(JoinRequest request, InstanceId instance) implements CallEvent {}

  record ComeBackWished(WayBack wayBack, InstanceId instance) implements CallEvent {}

  record LeaveWished() implements CallEvent {}

  record FailureDismissed() implements CallEvent {}

  record MicrophoneMuteWished(boolean muted) implements CallEvent {}

  record CameraOffWished(boolean off) implements CallEvent {}

  record CameraChosen(CameraChoice camera) implements CallEvent {}

  record NextCameraWished() implements CallEvent {}

  record MicrophoneChosen(MicrophoneChoice microphone) implements CallEvent {}

  record SpeakerChosen(SpeakerChoice speaker) implements CallEvent {}

  record HandWished(boolean raised) implements CallEvent {}

  record PeerMuteWished(PeerId peer, boolean muted) implements CallEvent {}

  record TileResized(PeerId peer, TileSize size) implements CallEvent {}

  record ChatWritten(long time, String text) implements CallEvent {}

  /// What an owner of the room wishes; of anyone else the server refuses it.
  sealed interface OwnerWish extends CallEvent {}

  record DoorWished(Door door) implements OwnerWish {}

  /// Null: none any more.
  record PasswordWished(@Nullable RoomPassword password) implements OwnerWish {}

  record KnockAnswered(KnockId knock, boolean admitted) implements OwnerWish {}

  /// `lock`: and the door as well.
  record RemovalWished(PeerId peer, boolean lock) implements OwnerWish {}

  record HandOverWished(PeerId peer) implements OwnerWish {}

  // --- the signaling server -------------------------------------------------------------------

  /// What comes from a session with the server; that of an earlier `attempt` is dropped.
  sealed interface FromSignaling extends CallEvent {
    long attempt();
  }

  record SessionOpened(long attempt, ServerMessage.Welcome welcome) implements FromSignaling {}

  record ServerSaid(long attempt, ServerMessage message) implements FromSignaling {}

  /// A `signal` of another member, already decoded.
  record PeerSaid(long attempt, PeerId from, PeerMessage message) implements FromSignaling {}

  /// It has this id, by which it is answered. Told before any answer is.
  record OwnerRequestSent(long attempt, long id, CallEffect.OwnerRequest request)
      implements FromSignaling {}

  record SignalingInterrupted(long attempt) implements FromSignaling {}

  record SignalingEnded(long attempt, CallFailure failure) implements FromSignaling {}

  // --- devices --------------------------------------------------------------------------------

  record MediaReported(MediaReport report) implements CallEvent {}

  record DevicesChanged(Devices devices) implements CallEvent {}

  // --- the network ----------------------------------------------------------------------------

  /// This computer has other addresses than before, or has slept: every path may be dead.
  record NetworkChanged() implements CallEvent {}

  // --- connections ----------------------------------------------------------------------------

  /// What comes from a connection; that of an older generation is dropped.
  sealed interface FromPeer extends CallEvent {
    PeerKey key();
  }

  /// The local description stands.
  record OfferMade(PeerKey key, PeerMessage.Offer offer) implements FromPeer {}

  /// Both descriptions stand.
  record AnswerMade(PeerKey key, PeerMessage.Answer answer) implements FromPeer {}

  /// Both descriptions stand.
  record AnswerTaken(PeerKey key, long negotiation) implements FromPeer {}

  record NegotiationFailed(PeerKey key, long negotiation, String reason) implements FromPeer {}

  record CandidateFound(PeerKey key, String sdpMid, int sdpMLineIndex, String candidate)
      implements FromPeer {}

  record LinkChanged(PeerKey key, RemotePeer.Link link) implements FromPeer {}

  record ChatOpened(PeerKey key) implements FromPeer {}

  record ChatClosed(PeerKey key) implements FromPeer {}

  record ChannelSaid(PeerKey key, long time, ChannelMessage message) implements FromPeer {}

  /// How loud each is, 0 to 1: a moment of those that follow each other with this period.
  record LevelsHeard(Map<PeerKey, Double> levels) implements CallEvent {
    public static final long PERIOD_MILLIS = 200;

    public LevelsHeard {
      levels = Map.copyOf(levels);
    }
  }

  // --- timers ---------------------------------------------------------------------------------

  /// By now the connection should have stood for once.
  record ConnectionDue(PeerKey key) implements FromPeer {}

  /// Time to try again to mend a path, in this round.
  record MendDue(PeerKey key, long round) implements FromPeer {}

  /// A member whom a room that was joined again did not have has had time to come back, in this
  /// round.
  record AwaitedLongEnough(PeerKey key, long round) implements FromPeer {}

  /// Time to ask again for the place that our own ghost still has.
  record RejoinDue(long attempt) implements FromSignaling {}
}
