package dev.confab.client.handover;

import dev.confab.client.call.ConfabLink;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A line each way over a socket, all of it within a time limit, whatever the other side does. A
/// line is UTF-8 and ends with a line feed. Of one thread.
final class LineChannel implements AutoCloseable {
  /// Of a line, with its end.
  static final int MAX_BYTES = ConfabLink.MAX_LENGTH + 1; // a link is ASCII when it is handed over

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final long end;

  /// Takes the channel over.
  LineChannel(SocketChannel channel, Duration limit) throws IOException {
    this.channel = channel;
    end = System.nanoTime() + limit.toNanos();
    channel.configureBlocking(false);
    selector = Selector.open();
    key = channel.register(selector, 0);
  }

  static LineChannel connect(Path socket, Duration limit) throws IOException {
    LineChannel line = new LineChannel(SocketChannel.open(StandardProtocolFamily.UNIX), limit);
    try {
      if (!line.channel.connect(UnixDomainSocketAddress.of(socket))) {
        line.await(SelectionKey.OP_CONNECT);
        line.channel.finishConnect();
      }
      return line;
    } catch (IOException e) {
      line.close();
      throw e;
    }
  }

  void write(String line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
    if (bytes.remaining() > MAX_BYTES) {
      throw new IOException("the line is too long");
    }
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  /// Without its end. What follows it is not looked at.
  String read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);
    while (true) {
      int before = bytes.position();
      int count = channel.read(bytes);
      if (count < 0) {
        throw new EOFException("the line breaks off");
      }
      for (int i = before; i < bytes.position(); i++) {
        if (bytes.get(i) == '\n') {
          return StandardCharsets.UTF_8.decode(bytes.flip().limit(i)).toString();
        }
      }
      if (!bytes.hasRemaining()) {
        throw new IOException("the line is too long");
      }
      if (count == 0) {
        await(SelectionKey.OP_READ);
      }
    }
  }

  private void await(int readiness) throws IOException {
    key.interestOps(readiness);
    long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    if (millis <= 0 || selector.select(millis) == 0) {
      throw new SocketTimeoutException("the other side takes too long");
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      selector.close();
    }
  }
}
