package dev.confab.bench.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One connection to a server, as a client. All of it on the thread of its loop.
public final class Link {
  private static final byte[] NOTHING = new byte[0];
  private static final byte[] NORMAL = {(byte) (1000 >> 8), (byte) 1000};

  private final Loop loop;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Listener listener;
  private final byte[] request;
  private @Nullable Outgoing outgoing;
  private byte[] rest = NOTHING;
  private boolean open;
  private boolean gone;
  boolean unflushed;

  Link(Loop loop, InetSocketAddress server, Upgrade upgrade, Listener listener) throws IOException {
    this.loop = loop;
    this.listener = listener;
    this.request = upgrade.request(server.getPort());
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    key = loop.register(channel, SelectionKey.OP_CONNECT, this);
    channel.connect(server);
  }

  /// Sends the first `length` bytes as a text message, with all else that is sent to this
  /// connection in this turn of the loop.
  public void send(byte[] text, int length) {
    frame(Frames.TEXT, text, length);
  }

  public void send(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    send(bytes, bytes.length);
  }

  /// Asks the server to end it (1000); [Listener#closed] comes when it has.
  public void close() {
    frame(Frames.CLOSE, NORMAL, NORMAL.length);
  }

  /// Ends it at once, without a word to anyone.
  public void cut() {
    if (!gone) {
      gone = true;
      loop.close(channel);
    }
  }

  public boolean isGone() {
    return gone;
  }

  private void frame(int opcode, byte[] text, int length) {
    if (!gone) {
      outgoing().add(opcode, loop.nextKey(), text, length);
      loop.written(this);
    }
  }

  private Outgoing outgoing() {
    Outgoing current = outgoing;
    if (current == null) {
      current = loop.lend();
      outgoing = current;
    }
    return current;
  }

  /// Writes now what was sent; the loop does it at the end of the turn.
  public void flush() {
    Outgoing waiting = outgoing;
    if (gone || waiting == null || !channel.isConnected()) {
      return;
    }
    try {
      if (write(waiting)) {
        outgoing = null;
        loop.giveBack(waiting);
        key.interestOps(SelectionKey.OP_READ);
      } else {
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
    } catch (IOException e) {
      end(String.valueOf(e.getMessage()));
    }
  }

  private boolean write(Outgoing waiting) throws IOException {
    while (!waiting.isEmpty()) {
      ByteBuffer buffer = loop.buffer();
      waiting.peek(buffer);
      buffer.flip();
      waiting.written(channel.write(buffer));
      if (buffer.hasRemaining()) {
        return false;
      }
    }
    return true;
  }

  void ready() {
    if (gone) { // by what was done for another connection in this turn
      return;
    }
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        outgoing().add(request);
        flush();
      } else {
        if (key.isReadable()) {
          read();
        }
        if (!gone && key.isWritable()) {
          flush();
        }
      }
    } catch (IOException e) {
      end(String.valueOf(e.getMessage()));
    }
  }

  private void read() throws IOException {
    ByteBuffer buffer = loop.buffer();
    int count = channel.read(buffer);
    if (count < 0) {
      end("the server has ended the connection");
      return;
    }
    byte[] bytes = loop.bytes(rest.length + count);
    System.arraycopy(rest, 0, bytes, 0, rest.length);
    buffer.flip().get(bytes, rest.length, count);
    int end = rest.length + count;
    int used = open ? 0 : answer(bytes, end);
    if (open) {
      used += Incoming.take(bytes, used, end, this::frameCame);
    }
    rest = used == end ? NOTHING : Arrays.copyOfRange(bytes, used, end);
  }

  /// How many bytes belong to the answer to the handshake; 0 while it is not complete.
  private int answer(byte[] bytes, int end) throws IOException {
    int length = Upgrade.answerLength(bytes, end);
    if (length > 0) {
      open = true;
      listener.opened(this);
    }
    return length;
  }

  private void frameCame(int opcode, byte[] bytes, int from, int to) throws IOException {
    if (gone) {
      return;
    }
    switch (opcode) {
      case Frames.TEXT -> listener.text(this, bytes, from, to);
      case Frames.PING -> frame(Frames.PONG, Arrays.copyOfRange(bytes, from, to), to - from);
      case Frames.PONG -> {}
      case Frames.CLOSE -> end(Frames.closing(bytes, from, to));
      default -> throw new IOException("a frame of kind " + opcode + " came");
    }
  }

  private void end(String why) {
    if (!gone) {
      cut();
      listener.closed(this, why);
    }
  }
}
