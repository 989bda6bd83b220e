package dev.confab.client.call;

import dev.confab.client.call.PeerSession.Chat;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.PeerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The other members, in the order in which they came, and where the chat with those who left
/// stopped: names are unique in a room, so whoever comes back under one takes up the thread.
/// Immutable.
record Peers(List<PeerSession> all, SequencedMap<DisplayName, Chat> parted) {
  static final Peers NONE = new Peers(List.of(), new LinkedHashMap<>());

  /// More names than this have no business in a call.
  private static final int MAX_PARTED = 64;

  Peers {
    all = List.copyOf(all);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /// By the connection.
  Optional<PeerSession> find(PeerKey key) {
    return all.stream().filter(session -> session.key().equals(key)).findFirst();
  }

  /// By the id that the server knows them by now.
  Optional<PeerSession> find(PeerId member) {
    return all.stream().filter(session -> session.member().peer().equals(member)).findFirst();
  }

  /// By the id that they are shown under: the one they had when the connection was made.
  Optional<PeerSession> findShown(PeerId peer) {
    return all.stream().filter(session -> session.key().peer().equals(peer)).findFirst();
  }

  Optional<PeerSession> find(DisplayName name) {
    return all.stream().filter(session -> session.member().name().equals(name)).findFirst();
  }

  /// In the place of the session with the same key, or as the last.
  Peers with(PeerSession session) {
    List<PeerSession> next = new ArrayList<>(all);
    next.replaceAll(old -> old.key().equals(session.key()) ? session : old);
    if (find(session.key()).isEmpty()) {
      next.add(session);
    }
    return new Peers(next, parted);
  }

  /// Their chat is kept for when they come back.
  Peers without(PeerSession session) {
    SequencedMap<DisplayName, Chat> chats = new LinkedHashMap<>(parted);
    chats.putLast(session.member().name(), session.chat().closed());
    if (chats.size() > MAX_PARTED) {
      chats.pollFirstEntry();
    }
    List<PeerSession> next = new ArrayList<>(all);
    next.removeIf(old -> old.key().equals(session.key()));
    return new Peers(next, chats);
  }

  /// The chat with this name so far.
  Chat chatWith(DisplayName name) {
    return parted.getOrDefault(name, Chat.NEW);
  }
}
