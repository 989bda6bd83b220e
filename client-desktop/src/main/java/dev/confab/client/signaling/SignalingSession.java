package dev.confab.client.signaling;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.Signaling.Listener;
import dev.confab.client.call.Signaling.Request;
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

/// One stay at a server, over as many sockets as it takes. Everything runs on the worker but
/// [#send] and [#close], which post to it.
final class SignalingSession implements Connection.Events {
  /// For this long a lost server is looked for.
  static final Duration GIVE_UP = Duration.ofMinutes(5);

  /// For this long a session waits for the goodbye of the one before.
  static final Duration BEFORE = Duration.ofSeconds(5);

  /// For this long a goodbye may take.
  static final Duration CLOSING = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(SignalingSession.class);

  private final ServerAddress server;
  private final Listener listener;
  private final Worker worker;
  private final CurrentSocket socket;
  private final Backoff backoff;
  private final Conversation conversation;
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private CompletableFuture<@Nullable Void> precedingEnd = CompletableFuture.completedFuture(null);
  private Worker.Timer settling = () -> {};
  private Worker.Timer givingUp = () -> {};
  private Worker.Timer nextTry = () -> {};
  private State state = State.WAITING;
  private volatile boolean closed;

  private enum State {
    /// No `welcome` on this socket yet.
    OPENING,
    UP,
    /// No socket; one will be tried.
    WAITING,
    /// Said goodbye.
    CLOSING
  }

  SignalingSession(
      ServerAddress server,
      Conversation conversation,
      Listener listener,
      Worker worker,
      Connection.Opener opener,
      RandomGenerator random) {
    this.server = server;
    this.conversation = conversation;
    this.listener = listener;
    this.worker = new GuardedWorker(worker, this::broken);
    this.socket = new CurrentSocket(this.worker, opener, this);
    this.backoff = new Backoff(random);
  }

  void start() {
    worker.execute(this::open);
  }

  /// Begins when the one before has ended, or after [#BEFORE]: on two sockets, the server might
  /// hear of who comes back before it hears of who leaves, and refuse the place as taken. One that
  /// is given up while it waits ends no earlier than what it waited for.
  void startAfter(SignalingSession before) {
    precedingEnd = before.ended;
    worker.execute(() -> nextTry = worker.after(BEFORE, this::open));
    var _ = before.ended.thenRun(() -> worker.execute(this::openIfWaiting));
  }

  private void openIfWaiting() {
    if (state == State.WAITING && !conversation.begun()) {
      nextTry.cancel();
      open();
    }
  }

  boolean isAt(ServerAddress other) {
    return server.equals(other);
  }

  /// From one thread only: the order of the calls is the order of the ids.
  long send(Request request) {
    Conversation.Numbered numbered = conversation.number(request);
    worker.execute(
        () -> {
          if (conversation.keep(numbered) && state == State.UP) {
            socket.send(MessageCodec.encode(numbered.message()));
          }
        });
    return numbered.message().id();
  }

  /// A first attempt goes on: its failure would be the end.
  void renew() {
    worker.execute(
        () -> {
          if (conversation.begun() && state != State.CLOSING) {
            lost();
            backoff.reset();
            open();
          }
        });
  }

  void close() {
    closed = true;
    worker.execute(
        () -> {
          givingUp.cancel();
          givingUp = worker.after(Protocol.RESUME_GRACE, this::finish);
          sayGoodbye();
        });
  }

  void awaitEnd(Duration limit) throws InterruptedException {
    worker.awaitEnd(limit);
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
      } else if (conversation.isNews(message) && !closed) {
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
    switch (message) {
      case ServerMessage.Welcome welcome -> welcomed(welcome);
      case ServerMessage.Refused refused -> judge(Verdict.of(refused, server));
      case ServerMessage.UnsupportedVersion theirs -> judge(Verdict.of(theirs, server));
      case ServerMessage.Joined _,
          ServerMessage.Done _,
          ServerMessage.MemberJoined _,
          ServerMessage.MemberLeft _,
          ServerMessage.MemberUpdated _,
          ServerMessage.Signal _,
          ServerMessage.RoomCounts _,
          ServerMessage.Draining _ ->
          onFailed(Connection.Problem.NOT_A_SERVER);
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
      // Only a session that lasts begins the back-off anew: a server that takes everyone in and
      // throws them out again is not to be run down.
      settling = worker.after(CurrentSocket.TICK, backoff::reset);
      socket.watch();
      if (!closed) {
        givingUp.cancel();
        listener.onSession(welcome);
      }
      for (ClientMessage message : conversation.kept()) {
        socket.send(MessageCodec.encode(message));
      }
      if (closed) {
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
    Duration pause = backoff.next();
    LOG.info("no connection to {}, next try in {} ms", server, pause.toMillis());
    nextTry = worker.after(pause, this::open);
  }

  private void lost() {
    socket.drop();
    settling.cancel();
    nextTry.cancel();
    if (state == State.UP) {
      givingUp = worker.after(GIVE_UP, () -> end(new CallFailure.ServerLost(server)));
      if (!closed) {
        listener.onInterrupted();
      }
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
    if (!closed) {
      listener.onEnded(failure);
    }
  }

  /// With the worker, all timers end.
  private void finish() {
    socket.drop();
    worker.shutdown();
    var _ = precedingEnd.thenRun(() -> ended.complete(null));
  }

  private void broken(RuntimeException bug) {
    LOG.error("signaling is broken", bug);
    end(new CallFailure.BrokenInside());
  }
}
