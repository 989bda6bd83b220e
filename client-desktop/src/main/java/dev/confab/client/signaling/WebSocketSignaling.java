package dev.confab.client.signaling;

import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.Signaling;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.ResumeToken;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Signaling over a WebSocket. All methods are for one thread, the call thread; each session has a
/// worker thread of its own, which ends with it. A listener that is just being told something when
/// its session is closed may still hear that one thing.
public final class WebSocketSignaling implements Signaling {
  private final Supplier<Worker> workers;
  private final Connection.Opener opener;
  private final RandomGenerator random;
  private @Nullable SignalingSession session;

  /// Trusts whom the Java runtime trusts.
  public WebSocketSignaling() {
    this(defaultContext());
  }

  /// Trusts whom the context trusts. The host's name is checked in any case.
  public WebSocketSignaling(SSLContext tls) {
    this(
        WorkerThread::new,
        WebSocketConnection.opener(new Dialer(tls)),
        RandomGenerator.getDefault());
  }

  WebSocketSignaling(Supplier<Worker> workers, Connection.Opener opener, RandomGenerator random) {
    this.workers = workers;
    this.opener = opener;
    this.random = random;
  }

  private static SSLContext defaultContext() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no usable trust store", e);
    }
  }

  @Override
  public void connect(
      ServerAddress server, DisplayName name, @Nullable ResumeToken ticket, Listener listener) {
    close();
    SignalingSession before = session;
    Conversation conversation = new Conversation(name, ticket);
    SignalingSession begun =
        new SignalingSession(server, conversation, listener, workers.get(), opener, random);
    session = begun;
    if (before != null && before.isAt(server)) {
      begun.startAfter(before);
    } else {
      begun.start();
    }
  }

  /// 0 when there is no session.
  @Override
  public long send(Request request) {
    return session == null ? 0 : session.send(request);
  }

  @Override
  public void renew() {
    if (session != null) {
      session.renew();
    }
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }

  /// For the end of the program: waits until the goodbye of the last session is on its way.
  public void awaitClosed(Duration limit) throws InterruptedException {
    if (session != null) {
      session.awaitEnd(limit);
    }
  }
}
