package dev.confab.client.comeback;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.Signaling;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Signaling as it is, of which the newest ticket is known: the token, which each welcome replaces.
/// It may be asked for on any thread.
final class WatchedSignaling implements Signaling {
  private final Signaling signaling;
  private final Consumer<ResumeToken> taken;
  private final Runnable tokenChanged;
  private volatile @Nullable Watch current;

  /// `taken` hears of the ticket with which a session is taken up.
  WatchedSignaling(Signaling signaling, Consumer<ResumeToken> taken, Runnable tokenChanged) {
    this.signaling = signaling;
    this.taken = taken;
    this.tokenChanged = tokenChanged;
  }

  /// Null while there is no session.
  @Nullable ResumeToken ticket() {
    Watch watch = current;
    return watch == null ? null : watch.ticket;
  }

  @Override
  public void connect(
      ServerAddress server, DisplayName name, @Nullable ResumeToken ticket, Listener listener) {
    Watch watch = new Watch(listener, ticket);
    current = watch;
    if (ticket != null) {
      taken.accept(ticket);
    }
    signaling.connect(server, name, ticket, watch);
  }

  @Override
  public long send(Request request) {
    return signaling.send(request);
  }

  @Override
  public void renew() {
    signaling.renew();
  }

  @Override
  public void close() {
    current = null;
    signaling.close();
  }

  /// Of one session; told on its thread alone.
  private final class Watch implements Listener {
    private final Listener listener;
    private volatile @Nullable ResumeToken ticket;

    private Watch(Listener listener, @Nullable ResumeToken ticket) {
      this.listener = listener;
      this.ticket = ticket;
    }

    @Override
    public void onSession(ServerMessage.Welcome welcome) {
      ticket = welcome.resumeToken();
      tokenChanged.run();
      listener.onSession(welcome);
    }

    @Override
    public void onMessage(ServerMessage message) {
      listener.onMessage(message);
    }

    @Override
    public void onInterrupted() {
      listener.onInterrupted();
    }

    @Override
    public void onEnded(CallFailure failure) {
      listener.onEnded(failure);
    }
  }
}
