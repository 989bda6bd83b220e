package dev.confab.client.call;

import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the person is.
public sealed interface Phase {
  /// Not in a call. `failure` is why the last one, or the attempt to join, ended against the
  /// person's wish.
  record Lobby(@Nullable CallFailure failure) implements Phase {}

  /// On the way in: looking for the server, or waiting for its answer.
  record Joining(JoinRequest request) implements Phase {}

  /// At the room's door: someone inside is to decide.
  record Waiting(JoinRequest request) implements Phase {}

  /// In the room. `others` in the order they came; empty: alone, waiting. `speaker` is the one of
  /// them who talks, or talked last; null until somebody has. `hand`: one's own is raised.
  record InCall(
      JoinRequest request,
      ServerLink serverLink,
      List<RemotePeer> others,
      @Nullable PeerId speaker,
      boolean hand,
      RoomEntry entry)
      implements Phase {
    public InCall {
      others = List.copyOf(others);
    }

    /// Where the server says nothing of doors and owners.
    public InCall(
        JoinRequest request,
        ServerLink serverLink,
        List<RemotePeer> others,
        @Nullable PeerId speaker,
        boolean hand) {
      this(request, serverLink, others, speaker, hand, RoomEntry.OPEN);
    }

    public RoomId room() {
      return request.room();
    }
  }

  /// How it stands with the signaling server during a call; the call itself does not depend on it.
  enum ServerLink {
    UP,
    RECONNECTING,
    /// It was started again, and an owner is to let us in again.
    AT_DOOR,
    /// It said that it stops soon.
    STOPPING
  }
}
