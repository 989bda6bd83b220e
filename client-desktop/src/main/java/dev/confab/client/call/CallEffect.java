package dev.confab.client.call;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.json.MessageCodec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What [CallReducer] wants done. [Performer] does it, on the call thread, in order.
public sealed interface CallEffect {
  /// `ticket`: of the session that the program had before it was started again.
  record OpenSignaling(
      long attempt, ServerAddress server, DisplayName name, @Nullable ResumeToken ticket)
      implements CallEffect {}

  record CloseSignaling() implements CallEffect {}

  /// The socket is likely to be dead: another one takes its place.
  record RenewSignaling() implements CallEffect {}

  /// What is said to the server.
  sealed interface ToServer extends CallEffect, Signaling.Request {}

  record SendJoin(RoomId room, MediaState media, Admission admission) implements ToServer {
    @Override
    public ClientMessage withId(long id) {
      return new ClientMessage.Join(id, room, media, admission.password(), admission.invitation());
    }
  }

  record SendLeave() implements ToServer {
    @Override
    public ClientMessage withId(long id) {
      return new ClientMessage.Leave(id);
    }
  }

  record SendUpdate(MediaState media) implements ToServer {
    @Override
    public ClientMessage withId(long id) {
      return new ClientMessage.Update(id, media);
    }
  }

  record SendToPeer(PeerId to, PeerMessage message) implements ToServer {
    @Override
    public ClientMessage withId(long id) {
      return new ClientMessage.Signal(id, to, MessageCodec.encode(message));
    }
  }

  /// What only an owner of the room may ask for. [CallEvent.OwnerRequestSent] tells its id.
  sealed interface OwnerRequest extends ToServer {}

  /// Null: stays as it is.
  record SendSetRoom(@Nullable Door door, ClientMessage.@Nullable NewPassword password)
      implements OwnerRequest {
    @Override
    public ClientMessage withId(long id) {
      return new ClientMessage.SetRoom(id, door, password);
    }
  }

  record SendKnockAnswer(KnockId knock, boolean admitted) implements OwnerRequest {
    @Override
    public ClientMessage withId(long id) {
      return admitted ? new ClientMessage.Admit(id, knock) : new ClientMessage.TurnAway(id, knock);
    }
  }

  record SendRemove(PeerId peer) implements OwnerRequest {
    @Override
    public ClientMessage withId(long id) {
      return new ClientMessage.Remove(id, peer);
    }
  }

  record SendHandOver(PeerId to) implements OwnerRequest {
    @Override
    public ClientMessage withId(long id) {
      return new ClientMessage.HandOver(id, to);
    }
  }

  record ApplyMedia(MediaWish wish) implements CallEffect {}

  record OpenPeer(PeerKey key, Paths paths, LatestFrame frames, boolean offers)
      implements CallEffect {}

  /// A connection that stands is to use these from its next ICE restart on.
  record RenewPaths(PeerKey key, Paths paths) implements CallEffect {}

  record MakeOffer(PeerKey key, long negotiation, boolean iceRestart) implements CallEffect {}

  record TakeOffer(PeerKey key, PeerMessage.Offer offer) implements CallEffect {}

  record TakeAnswer(PeerKey key, PeerMessage.Answer answer) implements CallEffect {}

  record TakeCandidate(PeerKey key, PeerMessage.Candidate candidate) implements CallEffect {}

  record SendOnChannel(PeerKey key, ChannelMessage message) implements CallEffect {}

  /// The picture that is sent need not be larger than it is drawn.
  record LimitPicture(PeerKey key, TileSize size) implements CallEffect {}

  record HearPeer(PeerKey key, boolean heard) implements CallEffect {}

  record ClosePeer(PeerKey key) implements CallEffect {}

  record ShowChat(ChatEntry entry) implements CallEffect {}

  record TellCallStarted() implements CallEffect {}

  /// Posts `event` after so long.
  record After(Duration delay, CallEvent event) implements CallEffect {}
}
