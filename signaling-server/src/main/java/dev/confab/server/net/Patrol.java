package dev.confab.server.net;

import dev.confab.server.room.Departure;
import dev.confab.server.room.Sessions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.java_websocket.framing.CloseFrame;

/// Looks at every connection in its turn: pings it, ends it where it has been silent for too long,
/// and sees to its session. Belongs to the thread of the [SocketLoop].
///
/// A few at a time, with pauses that spread a round evenly: to look at thousands at once, and to
/// have all their answers to pings at once, would hold everyone's messages up.
final class Patrol {
  /// Looks at each between two of its pings.
  private static final int ROUNDS = 5;

  private static final int AT_ONCE = 40;

  private final Carrier carrier;
  private final Sessions sessions;
  private final Mailbox mailbox;
  private final Duration silence;
  private final Duration pingInterval;
  private final Duration round;

  /// Whoever was there when last looked at, and who has come since; whose turn it is comes first.
  private final Queue<Connection> circle = new ArrayDeque<>();

  Patrol(Carrier carrier, Sessions sessions, Mailbox mailbox, Duration silence) {
    this.carrier = carrier;
    this.sessions = sessions;
    this.mailbox = mailbox;
    this.silence = silence;
    this.pingInterval = silence.dividedBy(3);
    this.round = pingInterval.dividedBy(ROUNDS);
  }

  /// Once; it goes on by itself.
  void start() {
    mailbox.after(pause(), this::step);
  }

  private Duration pause() {
    return round.dividedBy(Math.max(1, Math.ceilDiv(circle.size(), AT_ONCE)));
  }

  /// From now on it has its turn, until it has ended.
  void add(Connection newcomer) {
    circle.add(newcomer);
  }

  private void step() {
    try {
      for (int left = Math.min(AT_ONCE, circle.size()); left > 0; left--) {
        Connection next = circle.remove();
        if (carrier.has(next)) {
          circle.add(next);
          look(next);
        }
      }
    } finally {
      start();
    }
  }

  private void look(Connection connection) {
    long now = System.nanoTime();
    if (connection.isSilentFor(silence, now)) {
      connection.cut();
      carrier.ended(connection, CloseFrame.ABNORMAL_CLOSE, Departure.INTERRUPTED);
      return;
    }
    if (connection.isPingDue(pingInterval, now)) {
      carrier.ping(connection);
    }
    carrier.perform(sessions.look(connection.id(), Carrier.now()));
  }
}
