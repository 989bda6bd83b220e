package dev.confab.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/// Frames that wait to be written to one socket. Belongs to the thread of the [SocketLoop].
final class WriteQueue {
  private final Queue<ByteBuffer> frames = new ArrayDeque<>(2);
  private int bytes;
  private long written;

  void add(ByteBuffer frame) {
    bytes += frame.remaining();
    frames.add(frame);
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
    bytes -= count;
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
