package dev.confab.server.room;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.ClientMessage.Hello;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.room.Greeting.Caller;
import dev.confab.server.room.Outcome.Accepted;
import dev.confab.server.room.Outcome.Rejected;
import dev.confab.server.room.Outcome.Undecided;
import dev.confab.server.room.Session.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The server's whole behaviour between the sockets and the rooms: what happens to a socket is a
/// call, what sockets are to be told is its answer. `now` is in ms, on a clock that never goes
/// back.
public final class Sessions {
  private final Rooms rooms;
  private final SessionRules rules;
  private final SessionTable table = new SessionTable();
  private final Delivery delivery = new Delivery(table);
  private final Greeting greeting;
  private final Joining joining;
  private final Requests requests;
  private final Upkeep upkeep;
  private final Map<ConnectionId, String> addresses = new HashMap<>();
  private Repeats repeats = (_, _) -> true;
  private boolean draining;

  public Sessions(Rooms rooms, SessionRules rules, Secrets secrets) {
    this.rooms = rooms;
    this.rules = rules;
    this.greeting = new Greeting(table, rules, secrets);
    this.upkeep = new Upkeep(rules);
    this.joining = new Joining(table, rooms, secrets);
    this.requests = new Requests(table, rooms, rules, joining);
  }

  /// From now on, who comes back hears only as much again as is allowed here.
  public void limitRepeats(Repeats limit) {
    repeats = limit;
  }

  /// A socket is there. `address` is the key of whoever is behind it, for limits.
  public void opened(ConnectionId connection, String address) {
    addresses.put(connection, address);
  }

  /// A message arrived.
  public List<Output> received(ConnectionId from, ClientMessage message, long now) {
    Session session = table.at(from);
    if (session == null) {
      return message instanceof Hello hello
          ? greet(from, hello, now)
          : refuse(from, message.id(), ErrorCode.HELLO_FIRST);
    }
    table.forgetUsedToken(session);
    if (message instanceof Hello) {
      return refuse(from, message.id(), ErrorCode.HELLO_TWICE);
    }
    if (!session.isNew(message.id())) {
      return List.of();
    }
    session.arrived(message.id());
    session.heard(now);
    String address = addresses.getOrDefault(from, "");
    return answer(session, message.id(), requests.carryOut(session, message, address, now));
  }

  /// Something was looked at.
  public List<Output> inspected(Ticket ticket, Finding finding, long now) {
    joining.count(ticket, finding, now);
    Session session = table.named(ticket.session());
    return session == null
        ? List.of()
        : joining
            .goOn(session, ticket, finding, now)
            .map(outcome -> answer(session, ticket.request(), outcome))
            .orElse(List.of());
  }

  private List<Output> answer(Session session, long re, Outcome outcome) {
    return switch (outcome) {
      case Accepted(ServerMessage reply, List<Notice> notices) -> {
        List<Output> outputs =
            new ArrayList<>(reply == null ? List.of() : delivery.say(session, reply));
        outputs.addAll(delivery.deliver(notices));
        yield outputs;
      }
      case Rejected(ErrorCode code) ->
          delivery.say(
              session, new ServerMessage.Refused(0, re, code.wire(), RefusalTexts.of(code)));
      case Undecided(Inspection at) -> {
        Asked asked = Objects.requireNonNull(session.asked());
        yield List.of(new Output.Inspect(asked.ticket(), at));
      }
    };
  }

  private List<Output> greet(ConnectionId from, Hello hello, long now) {
    List<Output> outputs = new ArrayList<>(tick(now));
    switch (greeting.recognise(hello)) {
      case Caller.Stranger() -> outputs.addAll(Greeting.turnAway(from, hello));
      case Caller.Returning returning when !repeats.allow(from, returning.weight()) ->
          outputs.add(new Output.Close(from, CloseCode.TOO_FAST)); // and may try again
      case Caller.Returning returning -> outputs.addAll(greeting.resume(from, hello, returning));
      case Caller.Newcomer(int version, Session outdated) -> {
        if (outdated != null) {
          outputs.addAll(giveUp(outdated));
        }
        if (draining) {
          outputs.addAll(refuse(from, hello.id(), ErrorCode.DRAINING));
          outputs.add(new Output.Close(from, CloseCode.GOING_AWAY));
        } else {
          outputs.addAll(greeting.begin(from, hello, version));
        }
      }
    }
    if (table.at(from) instanceof Session session) {
      session.welcomed(now);
    }
    return outputs;
  }

  /// A socket ended.
  public List<Output> closed(ConnectionId connection, Departure departure, long now) {
    addresses.remove(connection);
    Session session = table.at(connection);
    if (session == null) {
      return List.of();
    }
    return switch (departure) {
      case GOODBYE -> end(session, LeaveReason.LEFT);
      case CUT_OFF -> end(session, LeaveReason.LOST);
      case INTERRUPTED -> {
        table.lost(session, now);
        Optional<Session> surplus = table.waitingBeyond(rules.maxWaiting());
        yield surplus.map(it -> end(it, LeaveReason.LOST)).orElse(List.of());
      }
    };
  }

  /// Time has passed: takes out those who did not come back, and turns away those who knocked in
  /// vain.
  public List<Output> tick(long now) {
    List<Output> outputs = new ArrayList<>(delivery.deliver(rooms.tick(now)));
    for (Session session : table.waitingSince(now - rules.grace().toMillis())) {
      outputs.addAll(end(session, LeaveReason.LOST));
    }
    return outputs;
  }

  /// Time has passed, for the session on this connection. To be called every now and then for each,
  /// and not for all at once.
  public List<Output> look(ConnectionId connection, long now) {
    return table.at(connection) instanceof Session session
        ? upkeep.due(session, connection, now)
        : List.of();
  }

  /// From now on nobody new comes in; everyone is told that the end is `seconds` away.
  public List<Output> drain(int seconds) {
    draining = true;
    requests.closeDoors();
    List<Output> outputs = new ArrayList<>();
    for (Session session : table.all()) {
      outputs.addAll(delivery.say(session, new ServerMessage.Draining(0, seconds)));
    }
    return outputs;
  }

  /// Refuses something that did not even become a message; `re` is its id where it could be read.
  public List<Output> refuse(ConnectionId from, @Nullable Long re, ErrorCode code, String text) {
    ServerMessage refused = new ServerMessage.Refused(0, re, code.wire(), text);
    Session session = table.at(from);
    if (session == null) {
      return List.of(new Output.Send(from, refused));
    }
    if (re != null) {
      session.arrived(re);
    }
    return delivery.say(session, refused);
  }

  private List<Output> refuse(ConnectionId from, long re, ErrorCode code) {
    return refuse(from, re, code, RefusalTexts.of(code));
  }

  private List<Output> giveUp(Session session) {
    List<Output> outputs = new ArrayList<>();
    if (session.link() instanceof Link.Up(ConnectionId connection)) {
      outputs.add(new Output.Close(connection, CloseCode.REPLACED));
    }
    outputs.addAll(end(session, LeaveReason.LOST));
    return outputs;
  }

  private List<Output> end(Session session, LeaveReason reason) {
    PeerId place = session.place();
    PeerId doorstep = session.doorstep();
    table.remove(session);
    if (doorstep != null) {
      return delivery.deliver(rooms.withdraw(doorstep));
    }
    return place == null ? List.of() : delivery.deliver(rooms.remove(place, reason));
  }

  /// The operator takes a member out of its room, as an owner would.
  public List<Output> expel(PeerId peer) {
    return delivery.deliver(rooms.expel(peer));
  }

  /// The operator takes everyone out of a room.
  public List<Output> closeRoom(RoomId room) {
    return delivery.deliver(rooms.close(room));
  }

  /// All rooms, and who is in them.
  public List<RoomView> overview() {
    return rooms.overview();
  }

  /// This socket does not take all that it is told.
  public void fellBehind(ConnectionId connection) {
    if (table.at(connection) instanceof Session session) {
      session.fallsBehind();
    }
  }

  /// It has taken all of it.
  public void caughtUp(ConnectionId connection) {
    if (table.at(connection) instanceof Session session) {
      session.catchesUp();
    }
  }

  /// What a ping on this socket may ask for: the number of the last message that it was told, or 0.
  public long lastSeq(ConnectionId connection) {
    return table.at(connection) instanceof Session session ? session.replay().lastSeq() : 0;
  }

  /// Every message up to this number has arrived.
  public void arrived(ConnectionId connection, long seq) {
    if (table.at(connection) instanceof Session session) {
      session.replay().arrived(seq);
    }
  }

  /// What is kept for clients that may resume, in bytes, about.
  public long keptBytes() {
    return table.kept().bytes();
  }

  /// Too much is kept in all: forgets that of the session with most, and gives its socket up where
  /// that has so many bytes `unsent`.
  public List<Output> relieve(ToIntFunction<ConnectionId> unsent) {
    Session heaviest = table.heaviest(unsent).orElse(null);
    if (heaviest == null) {
      return List.of();
    }
    heaviest.replay().forget();
    return heaviest.link() instanceof Link.Up(ConnectionId connection)
            && heaviest.unsent(unsent) > 0
        ? List.of(new Output.Close(connection, CloseCode.TOO_SLOW))
        : List.of();
  }

  /// Whether a hello was said here.
  public boolean isKnown(ConnectionId connection) {
    return table.at(connection) != null;
  }

  /// How many sessions there are, with and without a socket.
  public int size() {
    return table.size();
  }

  /// How many of them have no socket at the moment.
  public int waiting() {
    return table.waiting();
  }
}
