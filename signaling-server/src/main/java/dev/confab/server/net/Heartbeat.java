package dev.confab.server.net;

import dev.confab.server.room.Departure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.framing.CloseFrame;

/// Pings who is connected, and ends who has been silent for too long. Belongs to the thread of the
/// [SocketLoop].
final class Heartbeat {
  private final Carrier carrier;
  private final Duration silence;
  private final Duration interval;

  Heartbeat(Carrier carrier, Duration silence) {
    this.carrier = carrier;
    this.silence = silence;
    this.interval = silence.dividedBy(3);
  }

  /// To be called every now and then.
  void beat() {
    List<Connection> silent = new ArrayList<>();
    long now = System.nanoTime();
    for (Connection connection : carrier.all()) {
      if (connection.isSilentFor(silence, now)) {
        silent.add(connection);
      } else if (connection.isPingDue(interval, now)) {
        carrier.ping(connection);
      }
    }
    for (Connection connection : silent) {
      connection.cut();
      carrier.ended(connection, CloseFrame.ABNORMAL_CLOSE, Departure.INTERRUPTED);
    }
  }
}
