package dev.confab.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the server says. `seq` begins at 1 and grows by 1 with each message of a session; a
/// resuming client names the last one it has, and gets what came after it. Before there is a
/// session it is 0.
public sealed interface ServerMessage {
  long seq();

  /// Answers `hello`. `resumed`: the old place was taken again, and what was missed follows;
  /// `lastId` is then the id of the client's last message that arrived, and `seq` the one that the
  /// client named: such a `welcome` stands outside the count. Not resumed: a new session, in no
  /// room.
  record Welcome(
      long seq,
      long re,
      int version,
      String session,
      ResumeToken resumeToken,
      boolean resumed,
      long lastId,
      List<IceServer> iceServers,
      Limits limits)
      implements ServerMessage {
    public Welcome {
      iceServers = List.copyOf(iceServers);
    }
  }

  /// Answers a `hello` that offers no version the server speaks, instead of `welcome`; the socket
  /// is then closed. `versions` are the server's, so that a client can say which side is too old.
  record UnsupportedVersion(long seq, long re, List<Integer> versions) implements ServerMessage {
    public UnsupportedVersion {
      versions = List.copyOf(versions);
    }
  }

  /// Answers `join`: the complete state of the room; `members` are the others.
  record Joined(long seq, long re, RoomId room, PeerId self, List<Member> members)
      implements ServerMessage {
    public Joined {
      members = List.copyOf(members);
    }
  }

  /// Answers `leave` and `update`.
  record Done(long seq, long re) implements ServerMessage {}

  record MemberJoined(long seq, Member member) implements ServerMessage {}

  record MemberLeft(long seq, PeerId peer, LeaveReason reason) implements ServerMessage {}

  record MemberUpdated(long seq, Member member) implements ServerMessage {}

  record Signal(long seq, PeerId from, String payload) implements ServerMessage {}

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

  /// The server stops in so many seconds; calls go on, new joins are refused.
  record Draining(long seq, int seconds) implements ServerMessage {}
}
