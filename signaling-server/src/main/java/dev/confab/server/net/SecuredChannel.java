package dev.confab.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.java_websocket.SSLSocketChannel2;

/// The library's TLS over a socket. It would ask to be written to all through the handshake, which
/// keeps a processor busy for as long as a client takes its time; and it sends one record of a
/// handshake at a time.
final class SecuredChannel extends SSLSocketChannel2 {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /// A server's part of a handshake has about six.
  private static final int MAX_RECORDS = 16;

  private final Runnable handshakeGoesOn;
  private boolean agreed;

  /// Nothing can be made of what has come, until more does.
  private boolean stalled;

  /// `handshakes` has one thread; on it, `handshakeGoesOn` is run when there is more to read or
  /// write because of what has been computed there.
  SecuredChannel(
      SocketChannel channel,
      SSLEngine engine,
      ExecutorService handshakes,
      SelectionKey key,
      Runnable handshakeGoesOn)
      throws IOException {
    super(channel, engine, handshakes, key);
    this.handshakeGoesOn = handshakeGoesOn;
  }

  @Override
  protected void consumeDelegatedTasks() {
    super.consumeDelegatedTasks();
    if (!tasks.isEmpty()) {
      exec.execute(handshakeGoesOn);
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    stalled = false;
    int count = super.read(target);
    for (int i = 0; i < MAX_RECORDS && hasRecord(); i++) {
      write(NOTHING);
    }
    listen(tasks.stream().allMatch(Future::isDone));
    checkThatItIsTheFirst();
    return count;
  }

  /// As long as something is computed, nothing is read: what comes would wake the selector without
  /// a pause. Afterwards, [#handshakeGoesOn] reads.
  private void listen(boolean on) {
    if (selectionKey.isValid()) {
      int others = selectionKey.interestOps() & ~SelectionKey.OP_READ;
      selectionKey.interestOps(on ? others | SelectionKey.OP_READ : others);
    }
  }

  /// A client of TLS 1.2 may want another handshake, and then stop in the middle of it: until its
  /// end, nothing can be written, and the selector would ask again and again.
  private void checkThatItIsTheFirst() throws SSLException {
    boolean shaking = isShakingHands();
    if (agreed && shaking && !sslEngine.getSession().getProtocol().equals("TLSv1.3")) {
      throw new SSLException("one handshake is enough");
    }
    agreed |= !shaking;
  }

  private boolean isShakingHands() {
    return switch (sslEngine.getHandshakeStatus()) {
      case FINISHED, NOT_HANDSHAKING -> false;
      case NEED_TASK, NEED_WRAP, NEED_UNWRAP, NEED_UNWRAP_AGAIN -> true;
    };
  }

  @Override
  public int readMore(ByteBuffer target) throws SSLException {
    int before = inCrypt.remaining();
    int count = super.readMore(target);
    stalled = count == 0 && inCrypt.remaining() == before;
    return count;
  }

  /// The library would say so all through a handshake that waits for something.
  @Override
  public boolean isNeedRead() {
    return !stalled && super.isNeedRead();
  }

  /// Of a handshake. When the other end has said that it ends, the engine would say so too; the
  /// library takes that for a handshake that does not come to its end.
  private boolean hasRecord() {
    return sslEngine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP
        && !sslEngine.isInboundDone();
  }

  @Override
  public boolean isNeedWrite() {
    return outCrypt.hasRemaining() || hasRecord();
  }
}
