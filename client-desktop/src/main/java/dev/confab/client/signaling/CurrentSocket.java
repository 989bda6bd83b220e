package dev.confab.client.signaling;

import dev.confab.client.call.ServerAddress;
import dev.confab.protocol.Protocol;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The one socket of a session that counts. What it reports comes to the handler on the worker;
/// what an older one still reports is dropped here. Belongs to the worker.
final class CurrentSocket {
  /// From the first packet to the `welcome`.
  static final Duration ATTEMPT = Duration.ofSeconds(15);

  /// Each time the other side is pinged; when it was silent for [#QUIET_TICKS] of them, it is gone.
  static final Duration TICK = Protocol.SILENCE.dividedBy(3);

  private static final long QUIET_TICKS = Protocol.SILENCE.dividedBy(TICK);

  private final Worker worker;
  private final Connection.Opener opener;
  private final Connection.Events handler;
  private @Nullable Watched current;

  CurrentSocket(Worker worker, Connection.Opener opener, Connection.Events handler) {
    this.worker = worker;
    this.opener = opener;
    this.handler = handler;
  }

  void open(ServerAddress server) {
    drop();
    Watched socket = new Watched();
    current = socket;
    socket.connection = opener.open(server, socket);
    socket.timer = worker.after(ATTEMPT, () -> handler.onFailed(Connection.Problem.UNREACHABLE));
  }

  /// The server has answered: from now on only silence ends it.
  void watch() {
    if (current != null) {
      current.expectLife();
    }
  }

  void send(String text) {
    if (current != null && current.connection != null) {
      current.connection.send(text);
    }
  }

  /// `limit` is how long the goodbye may take before it counts as answered.
  void close(Duration limit) {
    if (current != null && current.connection != null) {
      current.timer.cancel();
      current.connection.close();
      current.timer = worker.after(limit, () -> handler.onFailed(Connection.Problem.UNREACHABLE));
    }
  }

  void drop() {
    Watched old = current;
    current = null;
    if (old != null) {
      old.timer.cancel();
      if (old.connection != null) {
        old.connection.drop();
      }
    }
  }

  /// One socket, with the timer that limits its silence.
  private final class Watched implements Connection.Events {
    private @Nullable Connection connection;
    private Worker.Timer timer = () -> {};
    private long quietTicks;

    void expectLife() {
      timer.cancel();
      timer = worker.after(TICK, this::tick);
    }

    private void tick() {
      quietTicks++;
      if (quietTicks > QUIET_TICKS) {
        handler.onFailed(Connection.Problem.UNREACHABLE);
      } else if (connection != null) {
        connection.ping();
        timer = worker.after(TICK, this::tick);
      }
    }

    @Override
    public void onOpened() {
      post(handler::onOpened);
    }

    @Override
    public void onText(String text) {
      post(() -> handler.onText(text));
    }

    @Override
    public void onHeard() {
      post(handler::onHeard);
    }

    @Override
    public void onClosed(int code) {
      post(() -> handler.onClosed(code));
    }

    @Override
    public void onFailed(Connection.Problem problem) {
      post(() -> handler.onFailed(problem));
    }

    private void post(Runnable report) {
      worker.execute(
          () -> {
            if (current == this) {
              quietTicks = 0;
              report.run();
            }
          });
    }
  }
}
