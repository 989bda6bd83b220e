package dev.confab.server.net;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.server.Patience;
import dev.confab.server.entry.Inspections;
import dev.confab.server.room.Departure;
import dev.confab.server.room.Output;
import dev.confab.server.room.Rooms;
import dev.confab.server.room.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Between the sockets and the sessions: tells the sessions what arrived, step by step; their
/// answers are for the [Carrier]. All on the thread of the [SocketLoop]; only [#start], [#drain],
/// [#vitals] and [#close] may be called on any.
final class RoomLoop implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(100);

  private final Sessions sessions;
  private final Rooms rooms;
  private final Inspections inspections;
  private final int maxConnections;
  private final Observer observer;
  private final Mailbox mailbox = new Mailbox(new EventLog());
  private final Carrier carrier;
  private final Arrivals arrivals;
  private final Patrol patrol;
  private final Oversight oversight;
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
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
    this.maxConnections = maxConnections;
    this.observer = observer;
    this.carrier = new Carrier(sessions, inspections, mailbox, allowance, observer);
    this.patrol = new Patrol(carrier, sessions, mailbox, patience.silence());
    this.arrivals =
        new Arrivals(sessions, carrier, patrol, mailbox, patience, maxConnections, observer);
    this.oversight = new Oversight(mailbox, sessions, rooms, carrier);
    sessions.limitRepeats(carrier::mayHearAgain);
  }

  Mailbox mailbox() {
    return mailbox;
  }

  /// For those who come.
  Arrivals arrivals() {
    return arrivals;
  }

  void start() {
    mailbox.every(TICK, this::tick);
    patrol.start();
  }

  /// `length` is the frame's; it arrived at `arrivedNanos`.
  void received(Connection from, ClientMessage message, int length, long arrivedNanos) {
    carrier.take(
        from,
        () -> {
          observer.received(from.id(), message, length, arrivedNanos);
          return sessions.received(from.id(), message, Carrier.now());
        });
  }

  /// A ping was answered.
  void arrived(Connection at, long seq) {
    sessions.arrived(at.id(), seq);
  }

  /// The socket does not take all that it is told.
  void stuck(Connection connection) {
    connection.watch(() -> carrier.close(connection, CloseCode.TOO_SLOW));
    sessions.fellBehind(connection.id());
  }

  /// It has then taken all.
  void flows(Connection connection) {
    sessions.caughtUp(connection.id());
  }

  /// Something arrived that is not to be carried out.
  void refused(Connection from, @Nullable Long re, ErrorCode code, String text) {
    carrier.take(from, () -> sessions.refuse(from.id(), re, code, text));
  }

  void close(Connection connection, CloseCode code) {
    carrier.take(connection, () -> List.of(new Output.Close(connection.id(), code)));
  }

  /// A close has begun, on either side: it is to come to an end.
  void closing(Connection connection) {
    mailbox.after(Arrivals.CLOSE_TIME, connection::cut);
  }

  /// The socket has ended, or is about to. This may come in the middle of something else, which is
  /// brought to its end first.
  void ended(Connection connection, int code, Departure departure) {
    mailbox.post(
        () ->
            carrier.take(
                connection,
                () -> {
                  carrier.ended(connection, code, departure);
                  return List.of();
                }));
  }

  private void tick() {
    carrier.perform(sessions.tick(Carrier.now()));
    if (draining && rooms.isEmpty()) {
      drained.complete(null);
    }
  }

  /// Completed when nobody is in a room any more.
  CompletableFuture<Void> drain(int seconds) {
    mailbox.post(
        () -> {
          draining = true;
          carrier.perform(sessions.drain(seconds));
        });
    return drained;
  }

  CompletableFuture<Vitals> vitals() {
    return oversight.vitals(() -> draining, maxConnections);
  }

  /// For those who watch the server.
  Oversight oversight() {
    return oversight;
  }

  @Override
  public void close() {
    mailbox.close();
    inspections.close();
  }
}
