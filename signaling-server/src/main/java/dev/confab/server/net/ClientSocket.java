package dev.confab.server.net;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WrappedByteChannel;
import org.java_websocket.drafts.Draft;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;

/// The library's socket, with what it leaves to us: a bound on the handshake, the time of the last
/// sign of life, what is still unsent, and an end that the client gets to hear. Its methods may be
/// called on any thread.
final class ClientSocket extends WebSocketImpl {
  private final Gate gate;
  private final Visit visit;
  private final AtomicBoolean gone = new AtomicBoolean();
  private volatile Runnable whenGone = () -> {};
  private volatile long lastHeard = System.nanoTime();
  private volatile boolean weClose;
  private volatile boolean halfClosed;

  /// Until the handshake is done.
  private @Nullable HandshakeHead head = new HandshakeHead();

  private volatile InetAddress peer = InetAddress.getLoopbackAddress();

  ClientSocket(WebSocketAdapter listener, Draft draft, Gate gate) {
    super(listener, List.of(draft));
    this.gate = gate;
    this.visit = gate.visit();
  }

  /// The address of the other end of the TCP connection, before anything is read.
  void comesFrom(InetAddress address) {
    peer = address;
  }

  Visit visit() {
    return visit;
  }

  /// Is run once, when the channel has been closed.
  void whenGone(Runnable action) {
    whenGone = action;
  }

  /// When the last bytes came, as in [System#nanoTime].
  long lastHeard() {
    return lastHeard;
  }

  @Override
  public void decode(ByteBuffer bytes) {
    lastHeard = System.nanoTime();
    if (getReadyState() != ReadyState.NOT_YET_CONNECTED) {
      super.decode(bytes);
    } else {
      shakeHands(bytes);
    }
  }

  private void shakeHands(ByteBuffer bytes) {
    HandshakeHead gathered = head;
    if (gathered == null) {
      return; // the library has answered it with an error
    }
    if (!gathered.add(bytes)) {
      cut();
    } else if (gathered.isComplete()) {
      head = null;
      if (isLetIn(gathered.all())) {
        super.decode(gathered.all());
      }
    }
  }

  /// What is no request is for the library to answer.
  private boolean isLetIn(ByteBuffer request) {
    try {
      return gate.opens(this, peer, Draft.translateHandshakeHttp(request, Role.SERVER));
    } catch (InvalidHandshakeException e) {
      return true;
    }
  }

  /// Answers the request with an error of HTTP, as in `403 Forbidden`; nothing more is read.
  void answer(String status) {
    String response =
        "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".formatted(status);
    outQueue.add(ByteBuffer.wrap(response.getBytes(StandardCharsets.US_ASCII)));
    nudge();
  }

  /// Frames that wait to be written, in bytes. Under TLS some of them may already be counted as
  /// written; [#isUnsent] knows of these too.
  int unsentBytes() {
    return outQueue.stream().mapToInt(ByteBuffer::remaining).sum();
  }

  int unsentFrames() {
    return outQueue.size();
  }

  /// How far the writer is: as long as two of these are equal, the socket has taken nothing.
  Progress progress() {
    ByteBuffer head = outQueue.peek();
    return new Progress(System.identityHashCode(head), head == null ? 0 : head.remaining());
  }

  record Progress(int frame, int remaining) {}

  /// Something waits to be written, or the end to be acted on.
  boolean isUnsent() {
    return !outQueue.isEmpty()
        || (isFlushAndClose() && !halfClosed)
        || (getChannel() instanceof WrappedByteChannel wrapped && wrapped.isNeedWrite());
  }

  /// Asks the selector once more to write. The library can lose such a wish, when a new frame comes
  /// or the end in the moment in which the last one has been written; and it does not notice when a
  /// channel under TLS took a frame but could not write it.
  void nudge() {
    if (!isClosed()) {
      getWebSocketListener().onWriteDemand(this);
    }
  }

  @Override
  public synchronized void close(int code, String message, boolean remote) {
    weClose |= !remote;
    super.close(code, message, remote);
  }

  /// Called by the library when the close frame has been written. Where the close was our wish, the
  /// client may still be sending: closing a socket with unread input resets it, and the client
  /// would never see the code. So only the sending half is closed, until the client closes too or
  /// [#cut] ends it.
  @Override
  public void closeConnection() {
    if (!weClose) {
      super.closeConnection();
      return;
    }
    halfClosed = true;
    if (getChannel() instanceof SocketChannel channel) {
      try {
        channel.shutdownOutput();
      } catch (IOException e) {
        cut(); // it is broken already
      }
    }
  }

  /// Ends it without a word.
  void cut() {
    closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
  }

  @Override
  public synchronized void closeConnection(int code, String message, boolean remote) {
    super.closeConnection(code, message, remote);
    if (gone.compareAndSet(false, true)) {
      whenGone.run();
    }
  }
}
