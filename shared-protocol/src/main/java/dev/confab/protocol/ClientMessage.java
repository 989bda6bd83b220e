package dev.confab.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client says. `id` is 1 for a `hello`, and from 2 on grows by 1 with each further message
/// of a session, over its resumptions too, so that the server can tell a repeated message from a
/// new one. A `hello` that resumes has the id 1 again and stands outside the count.
public sealed interface ClientMessage {
  long id();

  /// The first message on a socket. `client` names the program and its version, for the server's
  /// log alone.
  record Hello(
      long id, List<Integer> versions, String client, DisplayName name, @Nullable Resume resume)
      implements ClientMessage {
    public Hello {
      versions = List.copyOf(versions);
    }
  }

  /// Takes an old place: the token from `welcome`, and the `seq` of the last message that arrived;
  /// null where the program that it arrived at has ended, so that nothing is to be said again.
  record Resume(ResumeToken token, @Nullable Long seq) {}

  /// `password` is that of the room, or becomes it where nobody is there yet.
  record Join(
      long id,
      RoomId room,
      MediaState media,
      @Nullable RoomPassword password,
      @Nullable InvitationToken invitation)
      implements ClientMessage {
    /// With nothing to show.
    public Join(long id, RoomId room, MediaState media) {
      this(id, room, media, null, null);
    }
  }

  record Leave(long id) implements ClientMessage {}

  record Signal(long id, PeerId to, Payload payload) implements ClientMessage {
    public Signal(long id, PeerId to, String payload) {
      this(id, to, Payload.of(payload));
    }
  }

  record Update(long id, MediaState media) implements ClientMessage {}

  /// Asks how many are in each of these rooms.
  record CountRooms(long id, List<RoomId> rooms) implements ClientMessage {
    public static final int MAX_ROOMS = 16;

    public CountRooms {
      rooms = List.copyOf(rooms);
    }
  }

  /// An owner changes the room; null: stays as it is.
  record SetRoom(long id, @Nullable Door door, @Nullable NewPassword password)
      implements ClientMessage {}

  /// Without a `value`: no password any more.
  record NewPassword(@Nullable RoomPassword value) {
    public static final NewPassword NONE = new NewPassword(null);
  }

  /// An owner lets someone in who waits at the door.
  record Admit(long id, KnockId knock) implements ClientMessage {}

  /// An owner does not.
  record TurnAway(long id, KnockId knock) implements ClientMessage {}

  /// An owner takes someone else out of the room, who cannot come back.
  record Remove(long id, PeerId peer) implements ClientMessage {}

  /// An owner makes someone else one, and is none any more.
  record HandOver(long id, PeerId to) implements ClientMessage {}
}
