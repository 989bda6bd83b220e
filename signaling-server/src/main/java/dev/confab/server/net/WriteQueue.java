package dev.confab.server.net;

import dev.confab.server.room.Tally;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/// Frames that wait to be written to one socket. Belongs to the thread of the [SocketLoop].
final class WriteQueue {
  private final Queue<ByteBuffer> frames = new ArrayDeque<>(2);
  private final Tally tally;
  private int bytes;
  private long written;

  /// `tally` has what waits at all sockets.
  WriteQueue(Tally tally) {
    this.tally = tally;
  }

  void add(ByteBuffer frame) {
    count(frame.remaining());
    frames.add(frame);
  }

  private void count(int more) {
    bytes += more;
    tally.add(more);
  }

  /// Gives up what waits, but for the rest of a frame that has begun.
  void dropWhole() {
    frames.removeIf(
        frame -> {
          boolean whole = frame.position() == 0;
          count(whole ? -frame.remaining() : 0);
          return whole;
        });
  }

  /// Gives up all that waits.
  void clear() {
    frames.clear();
    count(-bytes);
  }

  /// What is not written yet.
  int bytes() {
    return bytes;
  }

  int frames() {
    return frames.size();
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  /// How many bytes the channel has taken in all.
  long written() {
    return written;
  }

  /// Writes as much as the channel takes, by way of `buffer`, in as few pieces as fit there. Under
  /// TLS, a channel has taken what it has encrypted. True when nothing is left.
  boolean writeTo(ByteChannel channel, ByteBuffer buffer) throws IOException {
    while (!frames.isEmpty()) {
      fill(buffer);
      int before;
      do {
        before = buffer.position();
        channel.write(buffer);
      } while (buffer.hasRemaining() && buffer.position() > before);
      drop(buffer.position());
      if (buffer.hasRemaining()) {
        return false;
      }
    }
    return true;
  }

  private void fill(ByteBuffer buffer) {
    buffer.clear();
    for (ByteBuffer frame : frames) {
      int length = Math.min(frame.remaining(), buffer.remaining());
      buffer.put(buffer.position(), frame, frame.position(), length);
      buffer.position(buffer.position() + length);
      if (!buffer.hasRemaining()) {
        break;
      }
    }
    buffer.flip();
  }

  private void drop(int count) {
    count(-count);
    written += count;
    int left = count;
    while (frames.peek() instanceof ByteBuffer frame && frame.remaining() <= left) {
      left -= frame.remaining();
      frames.remove();
    }
    if (left > 0 && frames.peek() instanceof ByteBuffer frame) {
      frame.position(frame.position() + left);
    }
  }
}
