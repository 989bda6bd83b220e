package dev.confab.server.net;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.json.MessageCodec;
import dev.confab.server.entry.Inspections;
import dev.confab.server.room.ConnectionId;
import dev.confab.server.room.Departure;
import dev.confab.server.room.Finding;
import dev.confab.server.room.Output;
import dev.confab.server.room.Sessions;
import dev.confab.server.room.Ticket;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has the connections that are open, carries out what the sessions answer, and tells them which
/// connection is no more. Belongs to the thread of the [SocketLoop].
final class Carrier {
  private final Sessions sessions;
  private final Inspections inspections;
  private final Mailbox mailbox;
  private final Observer observer;
  private final Relief relief;
  private final Map<ConnectionId, Connection> connections = new HashMap<>();

  Carrier(
      Sessions sessions,
      Inspections inspections,
      Mailbox mailbox,
      Allowance allowance,
      Observer observer) {
    this.sessions = sessions;
    this.inspections = inspections;
    this.mailbox = mailbox;
    this.observer = observer;
    this.relief = new Relief(sessions, this, allowance);
  }

  /// On the clock of the sessions.
  static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  void add(Connection connection) {
    connections.put(connection.id(), connection);
    sessions.opened(connection.id(), connection.addressKey());
    observer.opened(connection.id(), connections.size());
  }

  int size() {
    return connections.size();
  }

  /// Not to be kept while something is carried out, which may end some.
  Collection<Connection> all() {
    return connections.values();
  }

  /// Null where it is no more.
  @Nullable Connection at(ConnectionId id) {
    return connections.get(id);
  }

  /// Whether it is still there.
  boolean has(Connection connection) {
    return connections.get(connection.id()) == connection;
  }

  /// Whether so much may be said to it once more.
  boolean mayHearAgain(ConnectionId id, int bytes) {
    Connection connection = connections.get(id);
    return connection != null && connection.mayHearAgain(bytes);
  }

  /// One step. A bug costs the connection that it is for.
  void take(Connection from, Supplier<List<Output>> step) {
    try {
      perform(step.get());
      relief.relieve();
    } catch (RuntimeException | Error bug) {
      observer.failed(from.id(), bug);
      close(from, CloseCode.INTERNAL_ERROR);
    } finally {
      observer.settled();
    }
  }

  /// Where there is no connection any more, its end is already on its way to the sessions, or has
  /// been there.
  void perform(List<Output> outputs) {
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
            close(to, code);
          }
        }
        case Output.Inspect(Ticket ticket, var inspection) ->
            inspections.submit(ticket.address(), inspection, finding -> inspected(ticket, finding));
      }
    }
  }

  private void send(Connection to, ServerMessage message) {
    byte[] bytes = MessageCodec.encodeUtf8(message, Frames.MAX_HEADER);
    if (to.send(Frames.text(bytes))) {
      observer.sent(to.id(), message, bytes.length - Frames.MAX_HEADER);
    } else {
      close(to, CloseCode.TOO_SLOW);
    }
  }

  /// Asks whether it is still there, and what it has got.
  void ping(Connection connection) {
    connection.ping(sessions.lastSeq(connection.id()));
  }

  private void inspected(Ticket ticket, Finding finding) {
    mailbox.post(() -> perform(sessions.inspected(ticket, finding, now())));
  }

  /// Nothing, where it is about to end anyway.
  void close(Connection connection, CloseCode code) {
    if (!has(connection)) {
      return;
    }
    observer.closing(connection.id(), code);
    if (code == CloseCode.TOO_SLOW) {
      connection.closeTooSlow();
    } else {
      connection.close(code);
    }
    ended(connection, code.number(), CloseReasons.departure(code.number(), false));
  }

  /// Its socket has ended, or is about to. Nothing, where that is known.
  void ended(Connection connection, int code, Departure departure) {
    if (connections.remove(connection.id()) != null) {
      observer.ended(connection.id(), code, departure, connections.size());
      perform(sessions.closed(connection.id(), departure, now()));
    }
  }
}
