package dev.confab.client.signaling;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.ServerAddress;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Protocol;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.json.MessageCodec;
import dev.confab.protocol.json.ProtocolException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One stay at a server, over as many sockets as it takes: from the first `hello` to the goodbye
/// that the server has heard. Belongs to the session's worker, which ends with it.
final class Stay implements Connection.Events {
  /// For this long a lost server is looked for.
  static final Duration GIVE_UP = Duration.ofMinutes(5);

  /// For this long a goodbye may take.
  static final Duration CLOSING = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Stay.class);

  private final ServerAddress server;
  private final Conversation conversation;
  private final UntilClosed listener;
  private final Worker worker;
  private final CurrentSocket socket;
  private final Search search;
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private State state = State.WAITING;

  private enum State {
    /// No `welcome` on this socket yet.
    OPENING,
    UP,
    /// No socket; one will be tried.
    WAITING,
    /// Said goodbye.
    CLOSING
  }

  Stay(
      ServerAddress server,
      Conversation conversation,
      UntilClosed listener,
      Worker worker,
      Connection.Opener opener,
      RandomGenerator random) {
    this.server = server;
    this.conversation = conversation;
    this.listener = listener;
    this.worker = worker;
    this.socket = new CurrentSocket(worker, opener, this);
    this.search = new Search(worker, new Backoff(random), this::open);
  }

  /// Complete when all is over. From any thread.
  CompletableFuture<@Nullable Void> ended() {
    return ended;
  }

  /// Begins after this time, or with [#begin] before.
  void beginIn(Duration time) {
    search.tryIn(time);
  }

  /// Once; later it does nothing.
  void begin() {
    if (state == State.WAITING && !conversation.begun()) {
      search.tryNow();
    }
  }

  void say(Conversation.Numbered numbered) {
    if (conversation.keep(numbered) && state == State.UP) {
      socket.send(MessageCodec.encode(numbered.message()));
    }
  }

  /// A first attempt goes on: its failure would be the end.
  void renew() {
    if (conversation.begun() && state != State.CLOSING) {
      lost();
      search.tryNow();
    }
  }

  /// The listener is closed already.
  void leave() {
    search.limit(Protocol.RESUME_GRACE, this::finish);
    sayGoodbye();
  }

  private void open() {
    state = State.OPENING;
    socket.open(server);
  }

  @Override
  public void onOpened() {
    socket.send(MessageCodec.encode(conversation.hello()));
  }

  @Override
  public void onText(String text) {
    if (state == State.CLOSING) {
      return;
    }
    try {
      ServerMessage message = MessageCodec.decodeServer(text);
      if (state == State.OPENING) {
        answered(message);
      } else if (message instanceof ServerMessage.Welcome) {
        onFailed(Connection.Problem.NOT_A_SERVER);
      } else if (conversation.isNews(message)) {
        listener.onMessage(message);
      }
    } catch (ProtocolException e) {
      if (state == State.UP && e.code() == ErrorCode.UNKNOWN_TYPE) {
        LOG.debug("the server said something that only a newer client understands");
      } else {
        LOG.warn("{} does not keep to the protocol: {}", server, e.getMessage());
        onFailed(Connection.Problem.NOT_A_SERVER);
      }
    }
  }

  @Override
  public void onHeard() {
    // CurrentSocket counts the silence.
  }

  @Override
  public void onClosed(int code) {
    judge(Verdict.ofClose(code, server));
  }

  @Override
  public void onFailed(Connection.Problem problem) {
    judge(Verdict.of(problem, server));
  }

  /// The first message on a socket.
  private void answered(ServerMessage message) {
    if (message instanceof ServerMessage.Welcome welcome) {
      welcomed(welcome);
    } else {
      judge(Verdict.ofAnswer(message, server));
    }
  }

  private void welcomed(ServerMessage.Welcome welcome) {
    if (!Protocol.VERSIONS.contains(welcome.version())
        || (welcome.resumed() && !conversation.askedToResume())) {
      onFailed(Connection.Problem.NOT_A_SERVER);
    } else if (!conversation.accept(welcome)) {
      LOG.warn("too much was said while {} was away: beginning anew", server);
      judge(new Verdict(CloseCode.Then.START_OVER, new CallFailure.BrokenInside()));
    } else {
      state = State.UP;
      search.found();
      socket.watch();
      if (!listener.isClosed()) {
        search.unlimit();
        listener.onSession(welcome);
      }
      for (ClientMessage message : conversation.kept()) {
        socket.send(MessageCodec.encode(message));
      }
      if (listener.isClosed()) {
        sayGoodbye();
      }
    }
  }

  /// The socket is of no more use.
  private void judge(Verdict verdict) {
    if (state == State.CLOSING) {
      sayGoodbyeAgain(verdict);
    } else if (!conversation.begun() || verdict.then() == CloseCode.Then.GIVE_UP) {
      end(verdict.failure());
    } else {
      if (verdict.then() == CloseCode.Then.START_OVER) {
        conversation.startOver();
      }
      retry();
    }
  }

  private void retry() {
    lost();
    Duration pause = search.tryLater();
    LOG.info("no connection to {}, next try in {} ms", server, pause.toMillis());
  }

  private void lost() {
    socket.drop();
    search.pause();
    if (state == State.UP) {
      search.limit(GIVE_UP, () -> end(new CallFailure.ServerLost(server)));
      listener.onInterrupted();
    }
    state = State.WAITING;
  }

  /// Without a socket another one is looked for, for as long as the server keeps the place: else
  /// the others would go on seeing who has left, and nobody could come back under that name.
  private void sayGoodbye() {
    switch (state) {
      case UP -> {
        state = State.CLOSING;
        socket.close(CLOSING);
      }
      case OPENING, WAITING -> {
        if (!conversation.begun()) {
          finish();
        }
      }
      case CLOSING -> {}
    }
  }

  /// If the socket was dead already, and something that the server has not heard is lost with it.
  private void sayGoodbyeAgain(Verdict verdict) {
    if (verdict.then() == CloseCode.Then.GIVE_UP || conversation.kept().isEmpty()) {
      finish();
    } else {
      retry();
    }
  }

  private void end(CallFailure failure) {
    finish();
    listener.onEnded(failure);
  }

  /// With the worker, all timers end.
  private void finish() {
    socket.drop();
    worker.shutdown();
    ended.complete(null);
  }

  /// A task of the worker failed.
  void broken(RuntimeException bug) {
    LOG.error("signaling is broken", bug);
    end(new CallFailure.BrokenInside());
  }
}
