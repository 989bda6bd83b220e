package dev.confab.server.room;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.Limits;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sessions with a clock that the test turns, and guests that remember what they heard.
final class Hall {
  static final Duration GRACE = Duration.ofSeconds(30);
  static final IceServer STUN = IceServer.of("stun:stun.example.org");

  final LocalRooms rooms;
  final Sessions sessions;
  private final Map<ConnectionId, List<ServerMessage>> heard = new HashMap<>();
  private final Map<ConnectionId, CloseCode> closed = new HashMap<>();
  private long now = 1_000_000;
  private long connections;

  Hall() {
    this(2);
  }

  Hall(int roomSize) {
    this(roomSize, 100);
  }

  Hall(int roomSize, int maxWaiting) {
    rooms = new LocalRooms(roomSize);
    SessionRules rules = new SessionRules(Limits.DEFAULT, _ -> List.of(STUN), GRACE, maxWaiting);
    sessions = new Sessions(rooms, rules, new CountedSecrets());
  }

  /// Someone who has said hello.
  Guest guest(String name) {
    Guest guest = new Guest(this, name);
    guest.hello();
    return guest;
  }

  /// Someone who has said hello and joined room "tea".
  Guest member(String name) {
    Guest guest = guest(name);
    guest.join("tea");
    return guest;
  }

  ConnectionId newConnection() {
    return new ConnectionId(++connections);
  }

  long now() {
    return now;
  }

  void passes(Duration time) {
    now += time.toMillis();
    run(sessions.tick(now));
  }

  void run(List<Output> outputs) {
    for (Output output : outputs) {
      switch (output) {
        case Output.Send(ConnectionId to, ServerMessage message) ->
            heard.computeIfAbsent(to, _ -> new ArrayList<>()).add(message);
        case Output.Close(ConnectionId to, CloseCode code) -> closed.put(to, code);
      }
    }
  }

  List<ServerMessage> heardOn(ConnectionId connection) {
    return heard.computeIfAbsent(connection, _ -> new ArrayList<>());
  }

  Map<ConnectionId, CloseCode> closed() {
    return closed;
  }

  private static final class CountedSecrets implements Secrets {
    private int tokens;
    private int ids;

    @Override
    public ResumeToken token() {
      return new ResumeToken("%043d".formatted(++tokens));
    }

    @Override
    public String id() {
      return "id" + ++ids;
    }
  }
}
