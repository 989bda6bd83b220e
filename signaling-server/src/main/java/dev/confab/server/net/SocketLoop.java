package dev.confab.server.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WrappedByteChannel;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;

/// The one thread of the server: it accepts, reads what has arrived and carries it out, does what
/// was posted or is due, and writes what came of it, a few sockets at a time; so a socket that is
/// told five things is mostly written to once. The library's own server hands each message from a
/// selector to a worker and back, takes one connection at a time, and looks at every socket that it
/// ever wrote to; of it we use what makes a socket a WebSocket.
abstract class SocketLoop extends WebSocketAdapter implements Runnable {
  /// More than the largest message, so that most are read, and written, in one piece.
  private static final int BUFFER_BYTES = 128 * 1024;

  /// Then those who are already here get their turn.
  private static final int ACCEPTS_IN_A_ROW = 8;

  /// When so many sockets are to be written to, that is done: before, what one says to another
  /// waits for whatever else has arrived, as when hundreds connect at once.
  private static final int WRITES_AT_ONCE = 16;

  /// No file descriptors are left, for instance: until others have ended.
  private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);

  private final ServerSocketChannel server;
  private final SocketFactory sockets;
  private final Mailbox mailbox;
  private final Selector selector;
  private final SelectionKey accepting;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final Queue<ClientSocket> toWrite = new ArrayDeque<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private boolean stopping;
  private long stopBy;

  /// Takes the channel over, which must be bound.
  SocketLoop(ServerSocketChannel server, SocketFactory sockets, Mailbox mailbox)
      throws IOException {
    this.server = server;
    this.sockets = sockets;
    this.mailbox = mailbox;
    server.configureBlocking(false);
    selector = Selector.open();
    accepting = server.register(selector, SelectionKey.OP_ACCEPT);
    mailbox.onPost(
        () -> {
          if (!Thread.currentThread().equals(thread)) {
            selector.wakeup();
          }
        });
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    try (selector;
        server) {
      while (!isOver()) {
        long idle = mailbox.idleMillis();
        if (idle == 0) {
          selector.selectNow(this::ready);
        } else {
          selector.select(this::ready, idle);
        }
        mailbox.run();
        writeAll();
      }
    } catch (IOException | RuntimeException | Error e) {
      onError(null, e);
    } finally {
      stopped.countDown();
    }
  }

  private boolean isOver() {
    return stopping && (sockets.isEmpty() || System.nanoTime() - stopBy > 0);
  }

  private void ready(SelectionKey key) {
    if (key.equals(accepting)) {
      accept();
      return;
    }
    ClientSocket socket = (ClientSocket) key.attachment();
    try {
      if (key.isReadable()) {
        read(socket);
      }
      if (key.isValid() && key.isWritable()) {
        onWriteDemand(socket);
      }
      if (toWrite.size() >= WRITES_AT_ONCE) {
        writeAll();
      }
    } catch (CancelledKeyException e) {
      socket.cut(); // it has been ended meanwhile
    }
  }

  private void accept() {
    try {
      for (int i = 0; i < ACCEPTS_IN_A_ROW; i++) {
        SocketChannel channel = server.accept();
        if (channel == null) {
          return;
        }
        take(channel);
      }
    } catch (IOException e) {
      onError(null, e);
      accepting.interestOps(0);
      mailbox.after(ACCEPT_PAUSE, () -> accepting.interestOps(SelectionKey.OP_ACCEPT));
    }
  }

  private void take(SocketChannel channel) throws IOException {
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      ClientSocket socket = sockets.createWebSocket(this);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ, socket);
      socket.setSelectionKey(key);
      socket.setChannel(sockets.wrapChannel(channel, key));
    } catch (IOException e) {
      channel.close(); // too many, or gone already
    } catch (RuntimeException | Error bug) {
      channel.close();
      onError(null, bug);
    }
  }

  /// On any thread.
  final void readAgain(ClientSocket socket) {
    mailbox.post(() -> read(socket));
  }

  /// Reads what is there, up to one buffer, and carries it out.
  private void read(ClientSocket socket) {
    try {
      buffer.clear();
      if (socket.isClosed()) {
        return;
      }
      int count = socket.getChannel().read(buffer);
      decode(socket, count);
      while (count >= 0
          && socket.getChannel() instanceof WrappedByteChannel secured
          && secured.isOpen()
          && secured.isNeedRead()) {
        buffer.clear();
        count = secured.readMore(buffer);
        decode(socket, count);
      }
    } catch (IOException e) {
      broken(socket, e);
    } catch (RuntimeException | Error bug) {
      onError(socket, bug);
      socket.cut();
    }
  }

  private void decode(ClientSocket socket, int count) {
    buffer.flip();
    if (count < 0) {
      socket.eot();
    } else if (buffer.hasRemaining()) {
      socket.decode(buffer);
    }
  }

  /// Something is to be written to this socket: it is, when all that is ready has been read.
  @Override
  public final void onWriteDemand(WebSocket socket) {
    if (!Thread.currentThread().equals(thread)) {
      mailbox.post(() -> onWriteDemand(socket));
    } else if (((ClientSocket) socket).wantsToWrite()) {
      toWrite.add((ClientSocket) socket);
    }
  }

  private void writeAll() {
    for (ClientSocket socket = toWrite.poll(); socket != null; socket = toWrite.poll()) {
      try {
        socket.write(buffer);
      } catch (IOException e) {
        broken(socket, e);
      } catch (RuntimeException | Error bug) {
        onError(socket, bug);
        socket.cut();
      }
    }
  }

  private void broken(ClientSocket socket, IOException e) {
    onError(socket, e);
    socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
  }

  /// Closes every socket with 1001 and ends: when all have ended, or after this time.
  final void stop(Duration time) throws InterruptedException {
    mailbox.post(
        () -> {
          stopping = true;
          stopBy = System.nanoTime() + time.toNanos();
          accepting.cancel();
          sockets.forEach(socket -> socket.close(CloseFrame.GOING_AWAY, ""));
        });
    awaitStop(time.toSeconds() + 1);
  }

  /// Blocks until no more connections are taken, be it that [#stop] was called or that it failed.
  final void awaitStop() throws InterruptedException {
    stopped.await();
  }

  final boolean awaitStop(long seconds) throws InterruptedException {
    return stopped.await(seconds, TimeUnit.SECONDS);
  }

  /// A whole text, in UTF-8.
  abstract void onText(ClientSocket socket, byte[] text);

  /// The channel does not take all that there is; or has then taken all.
  abstract void onStuck(ClientSocket socket, boolean stuck);

  @Override
  public final void onWebsocketMessage(WebSocket socket, String message) {
    throw new IllegalStateException("the socket makes no strings of what comes");
  }

  /// `socket` is null where it is about none in particular.
  abstract void onError(@Nullable WebSocket socket, Throwable error);

  @Override
  public final void onWebsocketError(WebSocket socket, Exception error) {
    onError(socket, error);
  }

  @Override
  public InetSocketAddress getLocalSocketAddress(WebSocket socket) {
    return (InetSocketAddress) channel(socket).socket().getLocalSocketAddress();
  }

  @Override
  public InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
    return (InetSocketAddress) channel(socket).socket().getRemoteSocketAddress();
  }

  private static SocketChannel channel(WebSocket socket) {
    return (SocketChannel) ((ClientSocket) socket).getSelectionKey().channel();
  }
}
