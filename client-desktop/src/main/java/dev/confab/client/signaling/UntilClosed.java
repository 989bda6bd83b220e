package dev.confab.client.signaling;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.Signaling.Listener;
import dev.confab.protocol.ServerMessage;

/// Tells a listener what happens in a session until it closes it, and nothing after that, while the
/// session still says goodbye. Told on the worker; closed on the thread of the listener.
final class UntilClosed implements Listener {
  private final Listener listener;
  private volatile boolean closed;

  UntilClosed(Listener listener) {
    this.listener = listener;
  }

  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void onSession(ServerMessage.Welcome welcome) {
    tell(() -> listener.onSession(welcome));
  }

  @Override
  public void onMessage(ServerMessage message) {
    tell(() -> listener.onMessage(message));
  }

  @Override
  public void onInterrupted() {
    tell(listener::onInterrupted);
  }

  @Override
  public void onEnded(CallFailure failure) {
    tell(() -> listener.onEnded(failure));
  }

  private void tell(Runnable what) {
    if (!closed) {
      what.run();
    }
  }
}
