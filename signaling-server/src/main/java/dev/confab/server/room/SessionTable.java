package dev.confab.server.room;

import dev.confab.protocol.PeerId;
import dev.confab.server.room.Session.Link;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Finds sessions by socket, by token and by place. What a session's own fields say, the indexes
/// here say too: both change together, in the methods of this class.
final class SessionTable {
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  /// Those without a socket, the one that waits longest first.
  private final Map<String, Session> waiting = new LinkedHashMap<>();

  private final Map<ConnectionId, Session> byConnection = new HashMap<>();
  private final Map<TokenHash, Session> byToken = new HashMap<>();
  private final Map<PeerId, Session> byPlace = new HashMap<>();

  /// What is kept for all of them.
  private final Tally kept = new Tally();

  Tally kept() {
    return kept;
  }

  void add(Session session, ConnectionId connection) {
    sessions.put(session.id(), session);
    byConnection.put(connection, session);
    byToken.put(session.token(), session);
  }

  void remove(Session session) {
    sessions.remove(session.id());
    session.replay().forget();
    unlink(session);
    forgetUsedToken(session);
    byToken.remove(session.token());
    place(session, null);
  }

  @Nullable Session at(ConnectionId connection) {
    return byConnection.get(connection);
  }

  @Nullable Session with(TokenHash token) {
    return byToken.get(token);
  }

  @Nullable Session named(String id) {
    return sessions.get(id);
  }

  /// Who is there, or knocks to be.
  @Nullable Session placedAt(PeerId place) {
    return byPlace.get(place);
  }

  List<Session> all() {
    return List.copyOf(sessions.values());
  }

  /// The one for whom most is kept, here and, in so many bytes, at its socket.
  Optional<Session> heaviest(ToIntFunction<ConnectionId> unsent) {
    return sessions.values().stream()
        .max(Comparator.comparingInt(it -> it.replay().weight() + it.unsent(unsent)));
  }

  int size() {
    return sessions.size();
  }

  int waiting() {
    return waiting.size();
  }

  /// Those whose socket was lost at `time` or earlier.
  List<Session> waitingSince(long time) {
    return waiting.values().stream()
        .takeWhile(session -> session.link() instanceof Link.Down(long since) && since <= time)
        .toList();
  }

  /// Of those without a socket, the one to give up when there are more than `limit`: whoever is in
  /// no room goes first.
  Optional<Session> waitingBeyond(int limit) {
    if (waiting.size() <= limit) {
      return Optional.empty();
    }
    return waiting.values().stream()
        .filter(session -> session.place() == null)
        .findFirst()
        .or(() -> waiting.values().stream().findFirst());
  }

  /// Its place in a room; null: in none, and at no door.
  void place(Session session, @Nullable PeerId place) {
    move(session, place, null);
  }

  /// It knocks for this place.
  void waits(Session session, PeerId doorstep) {
    move(session, null, doorstep);
  }

  private void move(Session session, @Nullable PeerId place, @Nullable PeerId doorstep) {
    if (session.place() != null) {
      byPlace.remove(session.place());
    }
    if (session.doorstep() != null) {
      byPlace.remove(session.doorstep());
    }
    session.place(place);
    session.doorstep(doorstep);
    PeerId known = place == null ? doorstep : place;
    if (known != null) {
      byPlace.put(known, session);
    }
  }

  void lost(Session session, long now) {
    unlink(session);
    session.link(new Link.Down(now));
    session.fallsBehind();
    waiting.put(session.id(), session);
  }

  void resumed(Session session, ConnectionId connection, TokenHash used, TokenHash next) {
    unlink(session);
    session.link(new Link.Up(connection));
    session.catchesUp();
    byConnection.put(connection, session);
    // of the two that were good, only the one that was shown stays so for the moment
    byToken.remove(session.token());
    forgetUsedToken(session);
    session.resumedWith(used, next);
    byToken.put(used, session);
    byToken.put(next, session);
  }

  void forgetUsedToken(Session session) {
    if (session.usedToken() != null) {
      byToken.remove(session.usedToken());
      session.forgetUsedToken();
    }
  }

  private void unlink(Session session) {
    switch (session.link()) {
      case Link.Up(ConnectionId connection) -> byConnection.remove(connection);
      case Link.Down _ -> waiting.remove(session.id());
    }
  }
}
