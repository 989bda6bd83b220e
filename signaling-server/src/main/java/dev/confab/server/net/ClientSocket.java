package dev.confab.server.net;

import dev.confab.server.room.Tally;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WrappedByteChannel;
import org.java_websocket.drafts.Draft;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;

/// The library's socket, with what it leaves to us: a bound on the handshake, the time of the last
/// sign of life, what is still unsent, and an end that the client gets to hear. Belongs to the
/// thread of the [SocketLoop].
final class ClientSocket extends WebSocketImpl {
  private final SocketLoop loop;
  private final Gate gate;
  private final Visit visit;
  private final WriteQueue unsent;
  private Consumer<byte[]> whenReceived = _ -> {};
  private Runnable whenGone = () -> {};
  private Runnable whenStuck = () -> {};
  private Runnable whenFlowing = () -> {};
  private boolean stuck;
  private long lastHeard = System.nanoTime();
  private boolean gone;
  private boolean weClose;
  private boolean halfClosed;
  private boolean wantsToWrite;

  /// Until the handshake is done.
  private @Nullable HandshakeHead head = new HandshakeHead();

  private InetAddress peer = InetAddress.getLoopbackAddress();

  ClientSocket(SocketLoop loop, List<Draft> drafts, Gate gate, Tally tally) {
    super(loop, drafts);
    this.loop = loop;
    this.gate = gate;
    this.visit = gate.visit();
    this.unsent = new WriteQueue(tally);
  }

  /// The address of the other end of the TCP connection, before anything is read.
  void comesFrom(InetAddress address) {
    peer = address;
  }

  Visit visit() {
    return visit;
  }

  /// Is given each text that comes in one frame, in UTF-8; before it is set, they are dropped.
  void whenReceived(Consumer<byte[]> action) {
    whenReceived = action;
  }

  void received(byte[] text) {
    whenReceived.accept(text);
  }

  /// Is run once, when the channel has been closed.
  void whenGone(Runnable action) {
    whenGone = action;
  }

  /// The one is run when the channel does not take all that there is, the other when it has then
  /// taken all.
  void whenStuck(Runnable action, Runnable andThen) {
    whenStuck = action;
    whenFlowing = andThen;
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
      head = null;
      gate.refuses(this, Rejection.REQUEST_TOO_LARGE, "431 Request Header Fields Too Large");
    } else if (gathered.isComplete()) {
      head = null;
      if (isLetIn(gathered.all())) {
        begin(gathered.all());
      }
    }
  }

  /// What the library says to a request that is none for a WebSocket tells its name.
  private void begin(ByteBuffer request) {
    super.decode(request);
    if (getReadyState() == ReadyState.NOT_YET_CONNECTED) {
      outQueue.clear();
      gate.refuses(this, Rejection.BAD_REQUEST, "404 WebSocket Upgrade Failure");
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
    loop.onWriteDemand(this);
  }

  /// There is more to read, although the socket has nothing new. On any thread.
  void readAgain() {
    loop.readAgain(this);
  }

  /// True when it did not before: it is to be told to [#write] then.
  boolean wantsToWrite() {
    boolean already = wantsToWrite;
    wantsToWrite = true;
    return !already;
  }

  /// What is sent to a socket that ends is dropped: whoever comes back gets it then.
  void enqueue(ByteBuffer frame) {
    if (isOpen()) {
      unsent().add(frame);
      loop.onWriteDemand(this);
    }
  }

  /// What waits to be written.
  WriteQueue unsent() {
    for (ByteBuffer next = outQueue.poll(); next != null; next = outQueue.poll()) {
      unsent.add(next);
    }
    return unsent;
  }

  /// Writes what waits, by way of this buffer; what the channel does not take is written when it
  /// takes more.
  void write(ByteBuffer buffer) throws IOException {
    wantsToWrite = false;
    if (isClosed()) {
      return;
    }
    boolean done = unsent().writeTo(getChannel(), buffer);
    boolean encryptedIsLeft =
        getChannel() instanceof WrappedByteChannel secured && secured.isNeedWrite();
    if (done && encryptedIsLeft) {
      getChannel().write(buffer.clear().flip());
      encryptedIsLeft = ((WrappedByteChannel) getChannel()).isNeedWrite();
    }
    listen(!done || encryptedIsLeft);
    if (stuck == done) {
      stuck = !done;
      (stuck ? whenStuck : whenFlowing).run();
    }
    if (done && !encryptedIsLeft && isFlushAndClose() && !halfClosed) {
      closeConnection();
    }
  }

  private void listen(boolean alsoForSpace) {
    int wanted = alsoForSpace ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    try {
      if (getSelectionKey().interestOps() != wanted) {
        getSelectionKey().interestOps(wanted);
      }
    } catch (CancelledKeyException e) {
      cut(); // it has ended
    }
  }

  @Override
  public synchronized void close(int code, String message, boolean remote) {
    weClose |= !remote;
    super.close(code, message, remote);
  }

  /// Called when the close frame has been written. Where the close was our wish, the client may
  /// still be sending: closing a socket with unread input resets it, and the client would never see
  /// the code. So only the sending half is closed, until the client closes too or [#cut] ends it.
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
    if (!gone) {
      gone = true;
      unsent().clear();
      whenGone.run();
    }
  }
}
