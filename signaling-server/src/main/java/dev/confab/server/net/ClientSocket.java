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
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WrappedByteChannel;
import org.java_websocket.drafts.Draft;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidFrameException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.jspecify.annotations.Nullable;

/// The library's socket, with what it leaves to us: a bound on the handshake and on messages, the
/// time of the last sign of life, what is still unsent, and an end that the client gets to hear.
/// Belongs to the thread of the [SocketLoop].
final class ClientSocket extends WebSocketImpl {
  private final SocketLoop loop;
  private final Gate gate;
  private final Visit visit;
  private final WriteQueue unsent;
  private final FrameReader frames;
  private final int maxBytes;

  /// A message of which the last frame has not come.
  private @Nullable Fragments begun;

  private Runnable whenGone = () -> {};
  private boolean stuck;
  private long lastHeard = System.nanoTime();
  private boolean gone;
  private boolean weClose;
  private boolean halfClosed;
  private boolean wantsToWrite;

  /// Until the handshake is done.
  private @Nullable HandshakeHead head = new HandshakeHead();

  private InetAddress peer = InetAddress.getLoopbackAddress();

  /// `maxBytes` is the bound on a message.
  ClientSocket(SocketLoop loop, List<Draft> handshakes, int maxBytes, Gate gate, Tally tally) {
    super(loop, handshakes);
    this.frames = new FrameReader(maxBytes);
    this.maxBytes = maxBytes;
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
    if (getReadyState() == ReadyState.NOT_YET_CONNECTED) {
      shakeHands(bytes);
    } else {
      readFrames(bytes);
    }
  }

  private void readFrames(ByteBuffer bytes) {
    try {
      for (Framedata frame : isOpen() ? frames.read(bytes) : List.<Framedata>of()) {
        if (isOpen()) { // or one before has ended it
          take(frame);
        }
      }
    } catch (InvalidDataException e) {
      loop.onWebsocketError(this, e);
      close(e);
    }
  }

  private void take(Framedata frame) throws InvalidDataException {
    switch (frame.getOpcode()) {
      case CLOSING, PING, PONG -> getDraft().processFrame(this, frame);
      case TEXT, BINARY -> begin(frame);
      case CONTINUOUS -> goOn(frame);
    }
  }

  private void begin(Framedata frame) throws InvalidDataException {
    if (begun != null) {
      throw new InvalidFrameException("a message begins within another");
    }
    if (frame.isFin()) {
      received(frame.getOpcode(), frame.getPayloadData().array());
    } else {
      Fragments first = new Fragments(frame.getOpcode(), maxBytes);
      first.add(frame.getPayloadData());
      begun = first;
    }
  }

  private void goOn(Framedata frame) throws InvalidDataException {
    Fragments beginning = begun;
    if (beginning == null) {
      throw new InvalidFrameException("a message goes on that has not begun");
    }
    beginning.add(frame.getPayloadData());
    if (frame.isFin()) {
      begun = null;
      byte[] all = beginning.all();
      if (beginning.kind() == Opcode.TEXT) {
        FrameReader.checkText(all);
      }
      received(beginning.kind(), all);
    }
  }

  private void received(Opcode kind, byte[] message) {
    if (kind == Opcode.TEXT) {
      loop.onText(this, message);
    } else {
      loop.onWebsocketMessage(this, ByteBuffer.wrap(message));
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
      byte[] request = gathered.request();
      if (isLetIn(ByteBuffer.wrap(request))) {
        answer(ByteBuffer.wrap(request));
        readFrames(ByteBuffer.wrap(gathered.rest()));
      }
    }
  }

  /// What the library says to a request that is none for a WebSocket tells its name.
  private void answer(ByteBuffer request) {
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
      loop.onStuck(this, stuck);
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
      frames.reset();
      begun = null;
      unsent().clear();
      whenGone.run();
    }
  }
}
