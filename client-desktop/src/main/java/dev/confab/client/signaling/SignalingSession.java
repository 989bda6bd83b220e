package dev.confab.client.signaling;

import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.Signaling.Listener;
import dev.confab.client.call.Signaling.Request;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/// A session as seen from the thread of whoever wishes for it: each wish is posted to the worker,
/// where the [Stay] at the server is.
final class SignalingSession {
  /// For this long a session waits for the goodbye of the one before.
  static final Duration BEFORE = Duration.ofSeconds(5);

  private final ServerAddress server;
  private final Conversation conversation;
  private final UntilClosed listener;
  private final Worker worker;
  private final Stay stay;
  private CompletableFuture<?> ended;

  SignalingSession(
      ServerAddress server,
      Conversation conversation,
      Listener listener,
      Worker worker,
      Connection.Opener opener,
      RandomGenerator random) {
    this.server = server;
    this.conversation = conversation;
    this.listener = new UntilClosed(listener);
    this.worker = new GuardedWorker(worker, this::broken);
    this.stay = new Stay(server, conversation, this.listener, this.worker, opener, random);
    this.ended = stay.ended();
  }

  private void broken(RuntimeException bug) {
    stay.broken(bug);
  }

  void start() {
    worker.execute(stay::begin);
  }

  /// Begins when the one before has ended, or after [#BEFORE]: on two sockets, the server might
  /// hear of who comes back before it hears of who leaves, and refuse the place as taken. One that
  /// is given up while it waits ends no earlier than what it waited for.
  void startAfter(SignalingSession before) {
    ended = CompletableFuture.allOf(before.ended, stay.ended());
    worker.execute(() -> stay.beginIn(BEFORE));
    var _ = before.ended.thenRun(() -> worker.execute(stay::begin));
  }

  boolean isAt(ServerAddress other) {
    return server.equals(other);
  }

  /// From one thread only: the order of the calls is the order of the ids.
  long send(Request request) {
    Conversation.Numbered numbered = conversation.number(request);
    worker.execute(() -> stay.say(numbered));
    return numbered.message().id();
  }

  void renew() {
    worker.execute(stay::renew);
  }

  void close() {
    listener.close();
    worker.execute(stay::leave);
  }

  void awaitEnd(Duration limit) throws InterruptedException {
    worker.awaitEnd(limit);
  }
}
