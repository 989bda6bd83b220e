package dev.confab.server.room;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.Limits;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sessions with a clock that the test turns, and guests that remember what they heard.
final class Hall {
  static final Duration GRACE = Duration.ofSeconds(30);
  static final Duration IDLE = Duration.ofMinutes(10);
  static final Duration RENEWAL = Duration.ofHours(12);
  static final IceServer STUN = IceServer.of("stun:stun.example.org");

  final LocalRooms rooms;
  final Sessions sessions;
  private final Map<ConnectionId, List<ServerMessage>> heard = new HashMap<>();
  private final Map<ConnectionId, List<Long>> pings = new HashMap<>();
  private final Map<ConnectionId, CloseCode> closed = new HashMap<>();
  private final PlainInspector inspector = new PlainInspector();
  private final List<Output.Inspect> toInspect = new ArrayList<>();
  private boolean later;
  private int invitations;
  private int hearable = Integer.MAX_VALUE;
  private long now = 1_000_000;
  private long connections;

  Hall() {
    this(2);
  }

  Hall(int roomSize) {
    this(roomSize, 100);
  }

  Hall(int roomSize, int maxWaiting) {
    this(roomSize, maxWaiting, Set.of(EntryWay.OPEN, EntryWay.PASSWORD, EntryWay.KNOCKING));
  }

  Hall(int roomSize, EntryWay... allowed) {
    this(roomSize, 100, Set.of(allowed));
  }

  private Hall(int roomSize, int maxWaiting, Set<EntryWay> allowed) {
    rooms = new LocalRooms(roomSize, allowed, Attendance.IGNORED);
    SessionRules rules =
        new SessionRules(Limits.DEFAULT, new Stun(), allowed, GRACE, maxWaiting, IDLE);
    sessions = new Sessions(rooms, rules, new CountedSecrets());
    sessions.limitRepeats((_, bytes) -> bytes <= hearable);
  }

  /// Who comes back may hear so many bytes again.
  void repeatsAtMost(int bytes) {
    hearable = bytes;
  }

  /// From now on, what is to be looked at waits for [#inspects].
  void inspectsLater() {
    later = true;
  }

  /// Looks at all that waits.
  void inspects() {
    for (Output.Inspect each : List.copyOf(toInspect)) {
      toInspect.remove(each);
      answers(each, inspector.inspect(each.inspection()));
    }
  }

  /// Finds that too much waits already.
  void isTooBusyToInspect() {
    for (Output.Inspect each : List.copyOf(toInspect)) {
      toInspect.remove(each);
      answers(each, new Finding.Busy());
    }
  }

  int toInspect() {
    return toInspect.size();
  }

  private void answers(Output.Inspect asked, Finding finding) {
    run(sessions.inspected(asked.ticket(), finding, now));
  }

  /// A token with which one comes into room "tea".
  String invitation(@Nullable String name, Right... rights) {
    String token = "invitation" + ++invitations;
    DisplayName called = name == null ? null : new DisplayName(name);
    inspector.make(token, new Invitation(new RoomId("tea"), called, Set.of(rights)));
    return token;
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

  ConnectionId newConnection(String address) {
    ConnectionId connection = new ConnectionId(++connections);
    sessions.opened(connection, address);
    return connection;
  }

  long now() {
    return now;
  }

  void passes(Duration time) {
    now += time.toMillis();
    run(sessions.tick(now));
    for (long connection = 1; connection <= connections; connection++) {
      run(sessions.look(new ConnectionId(connection), now));
    }
  }

  void run(List<Output> outputs) {
    for (Output output : outputs) {
      switch (output) {
        case Output.Send(ConnectionId to, ServerMessage message) ->
            heard.computeIfAbsent(to, _ -> new ArrayList<>()).add(message);
        case Output.Ping(ConnectionId to, long seq) ->
            pings.computeIfAbsent(to, _ -> new ArrayList<>()).add(seq);
        case Output.Close(ConnectionId to, CloseCode code) -> closed.put(to, code);
        case Output.Inspect inspect -> {
          toInspect.add(inspect);
          if (!later) {
            inspects();
          }
        }
      }
    }
  }

  List<ServerMessage> heardOn(ConnectionId connection) {
    return heard.computeIfAbsent(connection, _ -> new ArrayList<>());
  }

  /// The numbers in the pings that were sent.
  List<Long> pingsTo(ConnectionId connection) {
    return pings.getOrDefault(connection, List.of());
  }

  Map<ConnectionId, CloseCode> closed() {
    return closed;
  }

  private static final class Stun implements IceOffer {
    @Override
    public List<IceServer> to(String session) {
      return List.of(STUN);
    }

    @Override
    public Duration renewal() {
      return RENEWAL;
    }
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
