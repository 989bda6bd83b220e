package dev.confab.server.net;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.json.MessageCodec;
import dev.confab.server.Patience;
import dev.confab.server.entry.Inspections;
import dev.confab.server.room.ConnectionId;
import dev.confab.server.room.Departure;
import dev.confab.server.room.Finding;
import dev.confab.server.room.Inspection;
import dev.confab.server.room.Output;
import dev.confab.server.room.RefusalTexts;
import dev.confab.server.room.Rooms;
import dev.confab.server.room.Sessions;
import dev.confab.server.room.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;

/// Between the sockets and the sessions: tells the sessions what arrived, and carries out what they
/// answer. All on the thread of the [SocketLoop]; only [#start], [#drain] and [#close] may be
/// called on any.
final class RoomLoop implements AutoCloseable {
  /// For a close frame to get out and be answered.
  private static final Duration CLOSE_TIME = Duration.ofSeconds(2);

  private static final Duration TICK = Duration.ofMillis(100);

  private final Sessions sessions;
  private final Rooms rooms;
  private final Inspections inspections;
  private final Patience patience;
  private final int maxConnections;
  private final Allowance allowance;
  private final Observer observer;
  private final Mailbox mailbox = new Mailbox(new EventLog());
  private final Map<ConnectionId, Connection> connections = new HashMap<>();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private final Oversight oversight;
  private long lastConnection;
  private boolean draining;

  RoomLoop(
      Sessions sessions,
      Rooms rooms,
      Inspections inspections,
      Patience patience,
      int maxConnections,
      Allowance allowance,
      Observer observer) {
    this.sessions = sessions;
    this.rooms = rooms;
    this.inspections = inspections;
    this.patience = patience;
    this.maxConnections = maxConnections;
    this.allowance = allowance;
    this.observer = observer;
    this.oversight = new Oversight(mailbox, sessions, rooms, connections, this::perform);
    sessions.limitRepeats(this::mayHearAgain);
  }

  Mailbox mailbox() {
    return mailbox;
  }

  void start() {
    mailbox.every(TICK, this::tick);
  }

  /// A client has connected, and has so long to get through the handshake and to say hello.
  void accepted(ClientSocket socket) {
    mailbox.after(
        patience.hello(),
        () -> {
          if (socket.getReadyState() == ReadyState.NOT_YET_CONNECTED) {
            observer.turnedAway(Rejection.NO_REQUEST);
            socket.cut();
          }
        });
  }

  /// It has been told that it cannot stay, and is to end.
  void turnedAway(ClientSocket socket) {
    mailbox.after(CLOSE_TIME, socket::cut);
  }

  /// The handshake is done.
  Connection opened(ClientSocket socket) {
    ConnectionId id = new ConnectionId(++lastConnection);
    AtomicReference<Connection> self = new AtomicReference<>();
    Outbox outbox =
        new Outbox(
            socket, mailbox, patience.write(), () -> closeNow(self.get(), CloseCode.TOO_SLOW));
    Connection connection = new Connection(id, socket, outbox);
    self.set(connection);
    socket.whenStuck(
        () -> {
          outbox.watch();
          sessions.fellBehind(id);
        },
        () -> sessions.caughtUp(id));
    take(connection, () -> admit(connection));
    return connection;
  }

  private boolean mayHearAgain(ConnectionId id, int bytes) {
    Connection connection = connections.get(id);
    return connection != null && connection.mayHearAgain(bytes);
  }

  private List<Output> admit(Connection connection) {
    ConnectionId id = connection.id();
    boolean full = connections.size() >= maxConnections;
    connections.put(id, connection);
    sessions.opened(id, connection.addressKey());
    observer.opened(id, connections.size());
    if (full) {
      ErrorCode code = ErrorCode.SERVER_FULL;
      List<Output> outputs = new ArrayList<>();
      outputs.addAll(sessions.refuse(id, null, code, RefusalTexts.of(code)));
      outputs.add(new Output.Close(id, CloseCode.SERVER_FULL));
      return outputs;
    }
    mailbox.after(
        patience.hello(),
        () -> {
          if (!sessions.isKnown(id)) {
            closeNow(connection, CloseCode.NO_HELLO);
          }
        });
    return List.of();
  }

  /// `length` is the frame's; it arrived at `arrivedNanos`.
  void received(Connection from, ClientMessage message, int length, long arrivedNanos) {
    take(
        from,
        () -> {
          observer.received(from.id(), message, length, arrivedNanos);
          return sessions.received(from.id(), message, now());
        });
  }

  /// A ping was answered.
  void arrived(Connection at, long seq) {
    sessions.arrived(at.id(), seq);
  }

  /// Something arrived that is not to be carried out.
  void refused(Connection from, @Nullable Long re, ErrorCode code, String text) {
    take(from, () -> sessions.refuse(from.id(), re, code, text));
  }

  void close(Connection connection, CloseCode code) {
    take(connection, () -> List.of(new Output.Close(connection.id(), code)));
  }

  /// A close has begun, on either side: it is to come to an end.
  void closing(Connection connection) {
    mailbox.after(CLOSE_TIME, connection::cut);
  }

  /// The socket has ended, or is about to. This may come in the middle of something else, which is
  /// brought to its end first.
  void ended(Connection connection, int code, Departure departure) {
    mailbox.post(() -> take(connection, () -> depart(connection, code, departure)));
  }

  private List<Output> depart(Connection connection, int code, Departure departure) {
    if (connections.remove(connection.id()) == null) {
      return List.of();
    }
    observer.ended(connection.id(), code, departure, connections.size());
    return sessions.closed(connection.id(), departure, now());
  }

  /// Completed when nobody is in a room any more.
  CompletableFuture<Void> drain(int seconds) {
    mailbox.post(
        () -> {
          draining = true;
          perform(sessions.drain(seconds));
        });
    return drained;
  }

  private void take(Connection from, Supplier<List<Output>> step) {
    try {
      perform(step.get());
      relieve();
    } catch (RuntimeException | Error bug) {
      observer.failed(from.id(), bug);
      closeNow(from, CloseCode.INTERNAL_ERROR);
    } finally {
      observer.settled();
    }
  }

  /// No scan for each message: only when there is too much, and then something ends or is
  /// forgotten.
  private void relieve() {
    while (keptBytes() > allowance.maxBytes()) {
      long before = keptBytes();
      perform(sessions.relieve(this::unsentBytes));
      if (keptBytes() >= before) {
        return; // the rest is of those who are about to end
      }
    }
  }

  private long keptBytes() {
    return sessions.keptBytes() + allowance.unsent().bytes();
  }

  private int unsentBytes(ConnectionId id) {
    Connection connection = connections.get(id);
    return connection == null ? 0 : connection.unsentBytes();
  }

  /// Where there is no connection any more, its end is already on its way to the sessions, or has
  /// been there.
  private void perform(List<Output> outputs) {
    for (Output output : outputs) {
      switch (output) {
        case Output.Send(ConnectionId id, ServerMessage message) -> {
          Connection to = connections.get(id);
          if (to != null) {
            send(to, message);
          }
        }
        case Output.Ping(ConnectionId id, long seq) -> {
          Connection to = connections.get(id);
          if (to != null) {
            to.ping(seq);
          }
        }
        case Output.Close(ConnectionId id, CloseCode code) -> {
          Connection to = connections.get(id);
          if (to != null) {
            closeNow(to, code);
          }
        }
        case Output.Inspect(Ticket ticket, Inspection inspection) ->
            inspections.submit(ticket.address(), inspection, finding -> inspected(ticket, finding));
      }
    }
  }

  private void send(Connection to, ServerMessage message) {
    byte[] bytes = MessageCodec.encodeUtf8(message, Frames.MAX_HEADER);
    if (to.send(Frames.text(bytes))) {
      observer.sent(to.id(), message, bytes.length - Frames.MAX_HEADER);
    } else {
      closeNow(to, CloseCode.TOO_SLOW);
    }
  }

  private void inspected(Ticket ticket, Finding finding) {
    mailbox.post(() -> perform(sessions.inspected(ticket, finding, now())));
  }

  private void closeNow(Connection connection, CloseCode code) {
    if (connections.get(connection.id()) != connection) {
      return; // it is about to end anyway
    }
    observer.closing(connection.id(), code);
    if (code == CloseCode.TOO_SLOW) {
      connection.closeTooSlow();
    } else {
      connection.close(code);
    }
    Departure departure = CloseReasons.departure(code.number(), false);
    perform(depart(connection, code.number(), departure));
  }

  private void tick() {
    perform(sessions.tick(now()));
    List<Connection> silent = new ArrayList<>();
    Duration pingInterval = patience.silence().dividedBy(3);
    long now = System.nanoTime();
    for (Connection connection : connections.values()) {
      if (connection.isSilentFor(patience.silence(), now)) {
        silent.add(connection);
      } else {
        if (connection.isPingDue(pingInterval, now)) {
          connection.ping(sessions.lastSeq(connection.id()));
        }
      }
    }
    for (Connection connection : silent) {
      connection.cut();
      perform(depart(connection, CloseFrame.ABNORMAL_CLOSE, Departure.INTERRUPTED));
    }
    if (draining && rooms.isEmpty()) {
      drained.complete(null);
    }
  }

  CompletableFuture<Vitals> vitals() {
    return oversight.vitals(() -> draining, maxConnections);
  }

  /// For those who watch the server.
  Oversight oversight() {
    return oversight;
  }

  private static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  @Override
  public void close() {
    mailbox.close();
    inspections.close();
  }
}
