package dev.confab.server.room;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.ServerMessage.Joined;
import dev.confab.protocol.ServerMessage.Welcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One client of a [Hall], on one socket after the other.
final class Guest {
  static final MediaState ALL_ON = new MediaState(true, true);
  private final Hall hall;
  private final DisplayName name;
  private ConnectionId connection;
  private long lastId;

  Guest(Hall hall, String name) {
    this.hall = hall;
    this.name = new DisplayName(name);
    this.connection = hall.newConnection();
  }

  ConnectionId connection() {
    return connection;
  }

  long nextId() {
    return ++lastId;
  }

  void hello() {
    hello(List.of(1), null);
  }

  /// Its id is 1, also of one that resumes.
  void hello(List<Integer> versions, ClientMessage.@Nullable Resume resume) {
    lastId = Math.max(lastId, 1);
    say(new ClientMessage.Hello(1, versions, "test", name, resume));
  }

  void join(String room) {
    say(new ClientMessage.Join(nextId(), new RoomId(room), MediaState.NOTHING));
  }

  void leave() {
    say(new ClientMessage.Leave(nextId()));
  }

  void signal(PeerId to, String payload) {
    say(new ClientMessage.Signal(nextId(), to, payload));
  }

  void update(MediaState media) {
    say(new ClientMessage.Update(nextId(), media));
  }

  void count(String... rooms) {
    say(new ClientMessage.CountRooms(nextId(), List.of(rooms).stream().map(RoomId::new).toList()));
  }

  void say(ClientMessage message) {
    hall.run(hall.sessions.received(connection, message, hall.now()));
  }

  void losesItsSocket() {
    departs(Departure.INTERRUPTED);
  }

  void departs(Departure departure) {
    hall.run(hall.sessions.closed(connection, departure, hall.now()));
  }

  /// On a new socket, with the newest token and everything received.
  void comesBack() {
    comesBack(welcome().resumeToken(), lastSeq());
  }

  void comesBack(ResumeToken token, long seq) {
    connection = hall.newConnection();
    hello(List.of(1), new ClientMessage.Resume(token, seq));
  }

  /// What was heard on the present socket.
  List<ServerMessage> heard() {
    return hall.heardOn(connection);
  }

  List<ServerMessage> heardAfterTheWelcome() {
    return heard().subList(1, heard().size());
  }

  ServerMessage last() {
    return heard().getLast();
  }

  long lastSeq() {
    return last().seq();
  }

  <M extends ServerMessage> M only(Class<M> type) {
    List<M> all = heard().stream().filter(type::isInstance).map(type::cast).toList();
    if (all.size() != 1) {
      throw new AssertionError("one " + type.getSimpleName() + " expected in " + heard());
    }
    return all.getFirst();
  }

  Welcome welcome() {
    return only(Welcome.class);
  }

  PeerId place() {
    return heard().stream()
        .filter(Joined.class::isInstance)
        .map(Joined.class::cast)
        .toList()
        .getLast()
        .self();
  }
}
