package dev.confab.server.net;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import org.java_websocket.SSLSocketChannel2;
import org.jspecify.annotations.Nullable;

/// The library's TLS, but for one thing: until the handshake is done, that one claims to have
/// something to write, and the selector asks it again and again. A single socket that connected and
/// said nothing cost most of a core. This one asks for the selector when there is something to do:
/// the thread of the handshakes' arithmetic wakes it when a step has been computed.
final class TlsChannel extends SSLSocketChannel2 {
  /// Whoever sets what a key is interested in while the selector's thread does so too may lose;
  /// then once more, after so long, and a few times, each after double the time.
  private static final long AGAIN_MS = 20;

  private static final long LAST_MS = 320;

  private final @Nullable ScheduledExecutorService arithmetic;

  /// `arithmetic` has one thread.
  TlsChannel(
      SocketChannel channel,
      SSLEngine engine,
      ScheduledExecutorService arithmetic,
      SelectionKey key)
      throws IOException {
    super(channel, engine, arithmetic, key);
    this.arithmetic = arithmetic;
  }

  @Override
  public boolean isNeedWrite() {
    return outCrypt.hasRemaining() || sslEngine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
  }

  /// Called on the selector's thread. What it submits is done before what is submitted here.
  @Override
  protected void consumeDelegatedTasks() {
    super.consumeDelegatedTasks();
    // the constructor of the superclass comes here too, when there is nothing to compute yet
    if (!tasks.isEmpty() && arithmetic != null) {
      arithmetic.execute(() -> wake(AGAIN_MS));
    }
  }

  /// The selector's thread goes on where the handshake stopped: it writes; or it reads what lies in
  /// [#inCrypt], since a key of which nothing could be read stays among those it has selected.
  private void wake(long againMs) {
    if (!isOpen() || !(isNeedWrite() || holdsMore())) {
      return;
    }
    try {
      selectionKey.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      selectionKey.selector().wakeup();
    } catch (CancelledKeyException e) {
      return; // the socket has ended
    }
    if (arithmetic != null && againMs <= LAST_MS) {
      var _ = arithmetic.schedule(() -> wake(2 * againMs), againMs, TimeUnit.MILLISECONDS);
    }
  }

  /// Messages of the handshake that came together with the one that had to be computed on first.
  private boolean holdsMore() {
    return sslEngine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP && inCrypt.hasRemaining();
  }
}
