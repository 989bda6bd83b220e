package dev.confab.server.net;

import java.nio.ByteBuffer;
import java.time.Duration;

/// What waits to be written to one socket, with a bound, and a deadline for a socket that takes
/// nothing. Belongs to the thread of [RoomLoop].
final class Outbox {
  static final int MAX_FRAMES = 512;
  static final int MAX_BYTES = 1 << 20;

  /// So much may wait in all when a ping or a pong is added to it.
  static final int MAX_CONTROL_FRAMES = 64;

  private static final Duration LOOK = Duration.ofMillis(250);

  private final ClientSocket socket;
  private final Mailbox mailbox;
  private final long deadlineNanos;
  private boolean watched;
  private long written;
  private long progressAt;

  /// `deadline`: for so long the socket may take nothing.
  Outbox(ClientSocket socket, Mailbox mailbox, Duration deadline) {
    this.socket = socket;
    this.mailbox = mailbox;
    this.deadlineNanos = deadline.toNanos();
  }

  /// False when too much is waiting already.
  boolean send(ByteBuffer frame) {
    WriteQueue unsent = socket.unsent();
    if (unsent.frames() >= MAX_FRAMES || unsent.bytes() + frame.remaining() > MAX_BYTES) {
      return false;
    }
    socket.enqueue(frame);
    return true;
  }

  /// Which holds this number. False where so much waits that its arrival would say nothing.
  boolean ping(long number) {
    boolean sends = socket.isOpen() && socket.unsent().frames() < MAX_CONTROL_FRAMES;
    if (sends) {
      socket.enqueue(Frames.ping(number));
    }
    return sends;
  }

  /// The socket does not take everything: sees to it that the deadline strikes, if it comes to
  /// that, and runs this then.
  void watch(Runnable tooSlow) {
    if (!watched) {
      watched = true;
      progressed();
      lookLater(tooSlow);
    }
  }

  private void lookLater(Runnable tooSlow) {
    mailbox.after(LOOK, () -> look(tooSlow));
  }

  private void look(Runnable tooSlow) {
    if (socket.isClosed() || socket.unsent().isEmpty()) {
      watched = false;
    } else if (socket.unsent().written() != written) {
      progressed();
      lookLater(tooSlow);
    } else if (System.nanoTime() - progressAt > deadlineNanos) {
      watched = false;
      tooSlow.run();
    } else {
      lookLater(tooSlow);
    }
  }

  private void progressed() {
    written = socket.unsent().written();
    progressAt = System.nanoTime();
  }
}
