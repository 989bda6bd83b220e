package dev.confab.server.net;

import java.time.Duration;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.jspecify.annotations.Nullable;

/// What waits to be written to one socket. The library's queue has no end and its writer no
/// deadline: this puts a bound on the one, and looks after the other while something is in the
/// queue. Belongs to the thread of [RoomLoop], which alone sends messages.
final class Outbox {
  static final int MAX_FRAMES = 512;
  static final int MAX_BYTES = 1 << 20;

  /// So much may wait in all when a ping or a pong is added to it.
  static final int MAX_CONTROL_FRAMES = 64;

  private static final Duration FIRST_LOOK = Duration.ofMillis(10);

  /// The time between two looks doubles up to about this.
  private static final Duration LAST_LOOK = Duration.ofMillis(250);

  private final ClientSocket socket;
  private final Mailbox mailbox;
  private final long deadlineNanos;
  private final Runnable tooSlow;
  private boolean watched;
  private ClientSocket.@Nullable Progress progress;
  private long progressAt;

  /// `tooSlow` is run when the socket has taken nothing for the length of `deadline`.
  Outbox(ClientSocket socket, Mailbox mailbox, Duration deadline, Runnable tooSlow) {
    this.socket = socket;
    this.mailbox = mailbox;
    this.deadlineNanos = deadline.toNanos();
    this.tooSlow = tooSlow;
  }

  /// False when too much is waiting already. What is sent to a socket that ends is dropped.
  boolean send(String frame) {
    if (socket.unsentFrames() >= MAX_FRAMES || socket.unsentBytes() + frame.length() > MAX_BYTES) {
      return false;
    }
    try {
      socket.send(frame);
    } catch (WebsocketNotConnectedException e) {
      return true; // it has just been closed: whoever comes back gets it then
    }
    watch();
    return true;
  }

  /// Unless so much waits that its arrival would say nothing.
  void ping() {
    if (socket.isOpen() && socket.unsentFrames() < MAX_CONTROL_FRAMES) {
      try {
        socket.sendPing();
      } catch (WebsocketNotConnectedException e) {
        return; // it has just been closed: nobody is to be asked for a sign of life
      }
      watch();
    }
  }

  /// Sees to it that what is in the queue gets written, or that the deadline strikes.
  void watch() {
    if (!watched) {
      watched = true;
      progressed(socket.progress());
      lookIn(FIRST_LOOK);
    }
  }

  private void lookIn(Duration time) {
    mailbox.after(time, () -> look(time));
  }

  private void look(Duration waited) {
    if (socket.isClosed() || !socket.isUnsent()) {
      watched = false;
      return;
    }
    ClientSocket.Progress current = socket.progress();
    if (!current.equals(progress)) {
      progressed(current);
    } else if (System.nanoTime() - progressAt > deadlineNanos) {
      watched = false;
      tooSlow.run();
      return;
    }
    socket.nudge();
    lookIn(waited.compareTo(LAST_LOOK) < 0 ? waited.multipliedBy(2) : waited);
  }

  private void progressed(ClientSocket.Progress current) {
    progress = current;
    progressAt = System.nanoTime();
  }
}
