package dev.confab.client.rtc;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What must be given back, in the reverse order of its making, once. webrtc-java's order matters:
/// the wrong one leaks, or ends the process later. What is registered after the close is given back
/// at once. Call thread alone.
final class NativeScope implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NativeScope.class);

  private final Deque<Runnable> closers = new ArrayDeque<>();
  private boolean closed;

  void onClose(Runnable closer) {
    if (closed) {
      give(closer);
    } else {
      closers.push(closer);
    }
  }

  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    while (!closers.isEmpty()) {
      give(closers.pop());
    }
  }

  /// One that fails must not keep the others from being given back.
  private static void give(Runnable closer) {
    try {
      closer.run();
    } catch (RuntimeException | Error e) {
      LOG.warn("Could not give something native back", e);
    }
  }
}
