package dev.confab.protocol;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the server says. `seq` begins at 1 and grows by 1 with each message of a session; a
/// resuming client names the last one it has, and gets what came after it. Before there is a
/// session it is 0.
public sealed interface ServerMessage {
  long seq();

  /// Answers `hello`. `resumed`: the old place was taken again, and what was missed follows;
  /// `lastId` is then the id of the client's last message that arrived, and `seq` the one that the
  /// client named: such a `welcome` stands outside the count. Not resumed: a new session, in no
  /// room. `entry` is what the server allows, in the order of the enum.
  record Welcome(
      long seq,
      long re,
      int version,
      String session,
      ResumeToken resumeToken,
      boolean resumed,
      long lastId,
      List<IceServer> iceServers,
      Limits limits,
      Set<EntryWay> entry)
      implements ServerMessage {
    public Welcome {
      iceServers = List.copyOf(iceServers);
      Set<EntryWay> ordered = EnumSet.noneOf(EntryWay.class);
      ordered.addAll(entry);
      entry = Collections.unmodifiableSet(ordered);
    }

    /// Of a server that does not say how one gets in.
    public Welcome(
        long seq,
        long re,
        int version,
        String session,
        ResumeToken resumeToken,
        boolean resumed,
        long lastId,
        List<IceServer> iceServers,
        Limits limits) {
      this(
          seq,
          re,
          version,
          session,
          resumeToken,
          resumed,
          lastId,
          iceServers,
          limits,
          EntryWay.UNSAID);
    }
  }

  /// Answers a `hello` that offers no version the server speaks, instead of `welcome`; the socket
  /// is then closed. `versions` are the server's, so that a client can say which side is too old.
  record UnsupportedVersion(long seq, long re, List<Integer> versions) implements ServerMessage {
    public UnsupportedVersion {
      versions = List.copyOf(versions);
    }
  }

  /// Answers `join`: the complete state of the room; `members` are the others. `name` is what one
  /// is called there, where an invitation gave another name than the `hello`.
  record Joined(
      long seq,
      long re,
      RoomId room,
      PeerId self,
      List<Member> members,
      RoomState state,
      @Nullable DisplayName name)
      implements ServerMessage {
    public Joined {
      members = List.copyOf(members);
    }

    /// Of a room without a password and with its door open.
    public Joined(long seq, long re, RoomId room, PeerId self, List<Member> members) {
      this(seq, re, room, self, members, RoomState.OPEN, null);
    }
  }

  /// Answers `join` where an owner is to decide: a `Joined` or a `Refused` of the same `re`
  /// follows.
  record Waiting(long seq, long re) implements ServerMessage {}

  /// Answers what has no answer of its own: `leave`, `update`, and what owners ask for.
  record Done(long seq, long re) implements ServerMessage {}

  record MemberJoined(long seq, Member member) implements ServerMessage {}

  record MemberLeft(long seq, PeerId peer, LeaveReason reason) implements ServerMessage {}

  record MemberUpdated(long seq, Member member) implements ServerMessage {}

  /// The room is like this from now on, whoever changed it.
  record RoomUpdated(long seq, RoomState state) implements ServerMessage {}

  /// To owners: someone of this name waits at the door.
  record Knock(long seq, KnockId knock, DisplayName name) implements ServerMessage {}

  /// To owners: nobody waits there any more under this id.
  record KnockEnded(long seq, KnockId knock) implements ServerMessage {}

  /// To the one who was taken out of the room.
  record Removed(long seq) implements ServerMessage {}

  record Signal(long seq, PeerId from, Payload payload) implements ServerMessage {
    public Signal(long seq, PeerId from, String payload) {
      this(seq, from, Payload.of(payload));
    }
  }

  /// Answers `count-rooms`, in the order asked.
  record RoomCounts(long seq, long re, List<RoomCount> rooms) implements ServerMessage {
    public RoomCounts {
      rooms = List.copyOf(rooms);
    }
  }

  record RoomCount(RoomId room, int members) {}

  /// Refuses a request (`re` is its id), or says what was wrong with something that had none.
  /// `code` is the wire form of an [ErrorCode]; `text` is for people.
  record Refused(long seq, @Nullable Long re, String code, String text) implements ServerMessage {}

  /// What a `welcome` said of them has grown old, such as credentials that are good for a time.
  record IceServers(long seq, List<IceServer> iceServers) implements ServerMessage {
    public IceServers {
      iceServers = List.copyOf(iceServers);
    }
  }

  /// The server stops in so many seconds; calls go on, new joins are refused.
  record Draining(long seq, int seconds) implements ServerMessage {}
}
