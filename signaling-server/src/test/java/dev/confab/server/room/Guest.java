package dev.confab.server.room;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
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
  private final String address;
  private ConnectionId connection;
  private long lastId;

  Guest(Hall hall, String name) {
    this.hall = hall;
    this.name = new DisplayName(name);
    this.address = "192.0.2." + name.codePointAt(0);
    this.connection = hall.newConnection(address);
  }

  /// One that is elsewhere.
  Guest(Hall hall, String name, String address) {
    this.hall = hall;
    this.name = new DisplayName(name);
    this.address = address;
    this.connection = hall.newConnection(address);
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

  void join(String room, String password) {
    RoomPassword secret = new RoomPassword(password);
    say(new ClientMessage.Join(nextId(), new RoomId(room), MediaState.NOTHING, secret, null));
  }

  void joinInvited(String room, String invitation) {
    InvitationToken token = new InvitationToken(invitation);
    say(new ClientMessage.Join(nextId(), new RoomId(room), MediaState.NOTHING, null, token));
  }

  void setDoor(Door door) {
    say(new ClientMessage.SetRoom(nextId(), door, null));
  }

  /// Empty: none.
  void setPassword(String password) {
    ClientMessage.NewPassword change =
        password.isEmpty()
            ? ClientMessage.NewPassword.NONE
            : new ClientMessage.NewPassword(new RoomPassword(password));
    say(new ClientMessage.SetRoom(nextId(), null, change));
  }

  void admit(KnockId knock) {
    say(new ClientMessage.Admit(nextId(), knock));
  }

  void turnAway(KnockId knock) {
    say(new ClientMessage.TurnAway(nextId(), knock));
  }

  void remove(PeerId peer) {
    say(new ClientMessage.Remove(nextId(), peer));
  }

  void handOver(PeerId to) {
    say(new ClientMessage.HandOver(nextId(), to));
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

  /// As a program that was started again, which knows of nothing.
  void isStartedAgain(ResumeToken token) {
    connection = hall.newConnection(address);
    hello(List.of(1), new ClientMessage.Resume(token, null));
  }

  /// Says by a pong that everything up to this message has arrived.
  void has(long seq) {
    hall.sessions.arrived(connection, seq);
  }

  List<Long> pings() {
    return hall.pingsTo(connection);
  }

  void comesBack(ResumeToken token, long seq) {
    connection = hall.newConnection(address);
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

  <M extends ServerMessage> M lastOf(Class<M> type) {
    return heard().stream().filter(type::isInstance).map(type::cast).toList().getLast();
  }

  <M extends ServerMessage> int countOf(Class<M> type) {
    return (int) heard().stream().filter(type::isInstance).count();
  }

  /// The code of the refusal that was heard last of all.
  String refusal() {
    return last() instanceof ServerMessage.Refused refused ? refused.code() : "none: " + last();
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
