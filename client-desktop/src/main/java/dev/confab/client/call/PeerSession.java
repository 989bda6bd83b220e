package dev.confab.client.call;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.InstanceId;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the engine knows of another member and of the connection to them.
///
/// `key` stays for the life of the connection; the id in `member` is the one that the server knows
/// them by now, which changes when a room is joined again.
record PeerSession(
    PeerKey key,
    Member member,
    boolean offers,
    LatestFrame frames,
    Negotiation negotiation,
    Path path,
    Chat chat,
    View view) {

  /// `number` is that of the newest offer, 0 before the first; `settled`: both descriptions of it
  /// stand. Candidates that come earlier wait. `candidates`: so many have come, those among them.
  record Negotiation(
      long number, boolean settled, List<PeerMessage.Candidate> waiting, int candidates) {
    static final Negotiation NONE = new Negotiation(0, false, List.of(), 0);

    Negotiation {
      waiting = List.copyOf(waiting);
    }

    /// One more candidate has come.
    Negotiation heard(List<PeerMessage.Candidate> nowWaiting) {
      return new Negotiation(number, settled, nowWaiting, candidates + 1);
    }

    /// The first offer is behind us, whatever became of it.
    boolean tried() {
      return settled || number > 1;
    }
  }

  /// `wasUp`: it has been connected once, so a break is an interruption and not a failure.
  /// `mending` is the number of the round of attempts to mend it, 0 while there is none. `awaited`:
  /// a room that was joined again does not have this member (yet); the number of that waiting, 0
  /// while there is none.
  record Path(RemotePeer.Link link, boolean wasUp, long mending, long awaited) {
    static final Path NEW = new Path(RemotePeer.Link.CONNECTING, false, 0, 0);

    Path with(RemotePeer.Link next) {
      return new Path(next, wasUp, mending, awaited);
    }

    Path withMending(long round) {
      return new Path(link, wasUp, round, awaited);
    }

    Path withAwaited(long next) {
      return new Path(link, wasUp, mending, next);
    }
  }

  /// Both directions of the chat with them. Own lines stay in `unreceived` until the other says
  /// that they have arrived. `other` is the stay that `lastIdShown` counts for, null until they
  /// have greeted.
  record Chat(
      boolean open,
      @Nullable InstanceId other,
      long lastIdSent,
      long lastIdShown,
      List<Line> unreceived) {
    static final Chat NEW = new Chat(false, null, 0, 0, List.of());

    /// A line of one's own, and its number.
    record Line(long id, ChatEntry entry) {}

    Chat {
      unreceived = List.copyOf(unreceived);
    }

    Chat opened() {
      return new Chat(true, other, lastIdSent, lastIdShown, unreceived);
    }

    Chat closed() {
      return new Chat(false, other, lastIdSent, lastIdShown, unreceived);
    }

    Chat with(ChatEntry entry) {
      List<Line> more = new ArrayList<>(unreceived);
      more.add(new Line(lastIdSent + 1, entry));
      return new Chat(open, other, lastIdSent + 1, lastIdShown, more);
    }

    Chat receivedUpTo(long id) {
      List<Line> rest = unreceived.stream().filter(line -> line.id() > id).toList();
      return new Chat(open, other, lastIdSent, lastIdShown, rest);
    }

    Chat shown(long id) {
      return new Chat(open, other, lastIdSent, id, unreceived);
    }

    /// A program that was started again numbers from 1.
    Chat greetedBy(InstanceId instance) {
      return instance.equals(other) ? this : new Chat(open, instance, lastIdSent, 0, unreceived);
    }
  }

  /// What each side makes of the other: `wanted` is the size at which they are drawn here, null
  /// while it has not been said.
  record View(boolean mutedHere, @Nullable TileSize wanted) {
    static final View NEW = new View(false, null);
  }

  static PeerSession of(PeerKey key, Member member, boolean offers, Chat chat) {
    return new PeerSession(
        key, member, offers, new LatestFrame(), Negotiation.NONE, Path.NEW, chat, View.NEW);
  }

  PeerSession with(Member next) {
    return new PeerSession(key, next, offers, frames, negotiation, path, chat, view);
  }

  PeerSession with(Negotiation next) {
    return new PeerSession(key, member, offers, frames, next, path, chat, view);
  }

  PeerSession with(Path next) {
    return new PeerSession(key, member, offers, frames, negotiation, next, chat, view);
  }

  PeerSession with(Chat next) {
    return new PeerSession(key, member, offers, frames, negotiation, path, next, view);
  }

  PeerSession with(View next) {
    return new PeerSession(key, member, offers, frames, negotiation, path, chat, next);
  }

  /// The connection has stood, so that there is something to go on with when the server has
  /// forgotten the room.
  boolean goesOn() {
    return path.wasUp() && path.link() != RemotePeer.Link.FAILED && chat.other() != null;
  }

  RemotePeer snapshot(boolean speaking) {
    return new RemotePeer(
        key.peer(),
        member.name(),
        member.media().microphone(),
        member.media().camera(),
        member.media().hand(),
        path.link(),
        chat.open(),
        speaking,
        view.mutedHere(),
        frames);
  }
}
