package dev.confab.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import org.java_websocket.SSLSocketChannel2;

/// The library's TLS over a socket. It would ask to be written to all through the handshake, which
/// keeps a processor busy for as long as a client takes its time; and it sends one record of a
/// handshake at a time.
final class SecuredChannel extends SSLSocketChannel2 {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /// A server's part of a handshake has about six.
  private static final int MAX_RECORDS = 16;

  private final Runnable handshakeGoesOn;

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
    int count = super.read(target);
    for (int i = 0; i < MAX_RECORDS && hasRecord(); i++) {
      write(NOTHING);
    }
    return count;
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
