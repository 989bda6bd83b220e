package dev.confab.client.call;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerMessage;
import java.util.List;

/// What the engine knows of another member and of the connection to them.
///
/// `negotiation` is the number of the newest offer, 0 before the first; `settled` says that both
/// descriptions of it stand. Candidates that come earlier wait. `lastChatId` is the newest message
/// that was shown; what waits for the channel is in `unsent`.
record PeerSession(
    PeerKey key,
    Member member,
    boolean offers,
    LatestFrame frames,
    boolean mutedHere,
    Negotiation negotiation,
    Path path,
    Chat chat) {

  record Negotiation(long number, boolean settled, List<PeerMessage.Candidate> waiting) {
    static final Negotiation NONE = new Negotiation(0, false, List.of());

    Negotiation {
      waiting = List.copyOf(waiting);
    }
  }

  /// `wasUp`: it has been connected once, so a break is an interruption and not a failure.
  /// `mending` is the number of the round of attempts to mend it, 0 while there is none.
  record Path(RemotePeer.Link link, boolean wasUp, long mending) {
    static final Path NEW = new Path(RemotePeer.Link.CONNECTING, false, 0);

    Path with(RemotePeer.Link next) {
      return new Path(next, wasUp, mending);
    }
  }

  record Chat(boolean open, long lastIdSent, long lastIdShown, List<ChatEntry> unsent) {
    static final Chat CLOSED = new Chat(false, 0, 0, List.of());

    Chat {
      unsent = List.copyOf(unsent);
    }
  }

  static PeerSession of(PeerKey key, Member member, boolean offers, List<ChatEntry> unsent) {
    return new PeerSession(
        key,
        member,
        offers,
        new LatestFrame(),
        false,
        Negotiation.NONE,
        Path.NEW,
        new Chat(false, 0, 0, unsent));
  }

  PeerSession with(Member newMember) {
    return new PeerSession(key, newMember, offers, frames, mutedHere, negotiation, path, chat);
  }

  PeerSession withMutedHere(boolean muted) {
    return new PeerSession(key, member, offers, frames, muted, negotiation, path, chat);
  }

  PeerSession with(Negotiation newNegotiation) {
    return new PeerSession(key, member, offers, frames, mutedHere, newNegotiation, path, chat);
  }

  PeerSession with(Path newPath) {
    return new PeerSession(key, member, offers, frames, mutedHere, negotiation, newPath, chat);
  }

  PeerSession with(Chat newChat) {
    return new PeerSession(key, member, offers, frames, mutedHere, negotiation, path, newChat);
  }

  RemotePeer snapshot() {
    return new RemotePeer(
        member.peer(),
        member.name(),
        member.media().microphone(),
        member.media().camera(),
        member.media().hand(),
        path.link(),
        chat.open(),
        false,
        mutedHere,
        frames);
  }
}
