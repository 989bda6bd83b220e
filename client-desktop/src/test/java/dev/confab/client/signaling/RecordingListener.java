package dev.confab.client.signaling;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.Signaling;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Keeps what it is told, in order. Thread-safe.
final class RecordingListener implements Signaling.Listener {
  static final String INTERRUPTED = "interrupted";

  private final List<Object> heard = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Object> unread = new LinkedBlockingQueue<>();

  @Override
  public void onSession(ServerMessage.Welcome welcome) {
    hear(welcome);
  }

  @Override
  public void onMessage(ServerMessage message) {
    hear(message);
  }

  @Override
  public void onInterrupted() {
    hear(INTERRUPTED);
  }

  @Override
  public void onEnded(CallFailure failure) {
    hear(failure);
  }

  private void hear(Object what) {
    heard.add(what);
    unread.add(what);
  }

  /// Waits for the next thing.
  Object next() throws InterruptedException {
    Object next = unread.poll(60, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was heard but " + heard);
    }
    return next;
  }

  List<Object> heard() {
    return List.copyOf(heard);
  }
}
