package dev.confab.server.net;

import dev.confab.server.room.Departure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.java_websocket.framing.CloseFrame;

/// Pings who is connected, and ends who has been silent for too long. Belongs to the thread of the
/// [SocketLoop].
final class Heartbeat {
  private static final int PINGS_AT_ONCE = 40;
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Carrier carrier;
  private final Mailbox mailbox;
  private final Duration silence;
  private final Duration interval;

  /// Who is to be pinged next.
  private final Queue<Connection> due = new ArrayDeque<>();

  Heartbeat(Carrier carrier, Mailbox mailbox, Duration silence) {
    this.carrier = carrier;
    this.mailbox = mailbox;
    this.silence = silence;
    this.interval = silence.dividedBy(3);
  }

  /// To be called every now and then.
  void beat() {
    List<Connection> silent = new ArrayList<>();
    boolean isBusy = !due.isEmpty();
    long now = System.nanoTime();
    for (Connection connection : carrier.all()) {
      if (connection.isSilentFor(silence, now)) {
        silent.add(connection);
      } else if (!isBusy && connection.isPingDue(interval, now)) {
        due.add(connection);
      }
    }
    if (!isBusy) {
      ping();
    }
    for (Connection connection : silent) {
      connection.cut();
      carrier.ended(connection, CloseFrame.ABNORMAL_CLOSE, Departure.INTERRUPTED);
    }
  }

  /// Some now, and the others in a moment: thousands who came together would else be pinged, and
  /// answer, all at once, and everyone would wait for that.
  private void ping() {
    for (int i = 0; i < PINGS_AT_ONCE && due.poll() instanceof Connection next; i++) {
      carrier.ping(next);
    }
    if (!due.isEmpty()) {
      mailbox.after(PAUSE, this::ping);
    }
  }
}
