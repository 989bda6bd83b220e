package dev.confab.client.call;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.Door;
import dev.confab.protocol.InstanceId;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.RoomPassword;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.json.MessageCodec;
import dev.confab.protocol.json.ProtocolException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine: takes one event after the other from its mailbox, lets [CallReducer] decide, and
/// does what it says.
///
/// The mailbox is the queue of the call thread's executor, which is also the timer. Everything but
/// [#post] and the [Call] methods runs on the call thread.
public final class CallLoop implements Call {
  private static final Logger LOG = LoggerFactory.getLogger(CallLoop.class);

  private static final int INSTANCE_BYTES = 16;

  private final ScheduledExecutorService executor;
  private final CallThread thread = new GuardedThread();
  private final Signaling signaling;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final CallObserver observer;
  private CallState state;
  private @Nullable Media media;
  private @Nullable CallSnapshot told;

  /// `executor` has a single thread and belongs to the composition root. [#start] must follow.
  public CallLoop(
      ScheduledExecutorService executor,
      Signaling signaling,
      Clock clock,
      MediaWish wish,
      CallObserver observer) {
    this.executor = executor;
    this.signaling = signaling;
    this.clock = clock;
    this.observer = observer;
    this.state = CallState.initial(wish);
  }

  /// Opens the media side on the call thread, and the devices that are wished for. If it cannot be
  /// opened, nothing can be called from here; the lobby says so.
  public void start(MediaFactory factory) {
    run(
        () -> {
          try {
            media = factory.open(thread, this::post, this::tellLevel);
          } catch (RuntimeException | Error e) { // a library that does not load is an Error
            LOG.error("The media side does not open", e);
            CallState.Idle broken = new CallState.Idle(new CallFailure.BrokenInside());
            observer.onSnapshot(state.with(broken).snapshot(new LatestFrame()));
            return;
          }
          media.apply(state.wish());
          tell();
        });
  }

  private InstanceId newInstance() {
    byte[] bytes = new byte[INSTANCE_BYTES];
    random.nextBytes(bytes);
    return new InstanceId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private void tellLevel(double level) {
    run(() -> observer.onMicrophoneLevel(level));
  }

  /// Makes the media side; called on the call thread, to which everything native belongs.
  @FunctionalInterface
  public interface MediaFactory {
    Media open(CallThread callThread, Consumer<CallEvent> events, DoubleConsumer microphoneLevel);
  }

  /// Any thread, native ones too. After [#shutDown] nothing happens.
  public void post(CallEvent event) {
    run(() -> handle(event));
  }

  /// Figures of every connection, to `sink` on the call thread.
  public void readStats(Consumer<PeerStats> sink) {
    run(
        () -> {
          if (media != null) {
            media.readStats(sink);
          }
        });
  }

  /// Leaves, and gives every device back. Blocks until that is done, or `seconds` have passed; not
  /// to be called on the call thread.
  public boolean shutDown(long seconds) throws InterruptedException {
    post(new CallEvent.LeaveWished());
    run(this::end);
    return executor.awaitTermination(seconds, TimeUnit.SECONDS);
  }

  private void end() {
    try {
      if (media != null) {
        media.close();
        media = null;
      }
    } finally {
      executor.shutdownNow(); // what was to happen later does not hold up the end
    }
  }

  private void run(Runnable task) {
    try {
      executor.execute(() -> guarded(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("Dropped: the engine is closed");
    }
  }

  /// A bug, here or below, is logged once, and the call ends cleanly rather than going on in an
  /// unknown state.
  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.error("A bug on the call thread; the call ends", e);
      Turn turn = new Turn(state);
      turn.end(new CallFailure.BrokenInside());
      state = turn.state();
      turn.step().effects().forEach(this::performAnyhow);
      tell();
    }
  }

  /// While a call ends over a bug: one thing that fails must not keep the others from being closed.
  private void performAnyhow(CallEffect effect) {
    try {
      perform(effect);
    } catch (RuntimeException | Error e) {
      LOG.error("A bug while ending the call", e);
    }
  }

  private void handle(CallEvent event) {
    if (media != null) {
      carryOut(CallReducer.reduce(state, event));
    }
  }

  private void carryOut(CallReducer.Step step) {
    state = step.state();
    step.effects().forEach(this::perform);
    tell();
  }

  /// The call thread as the media side sees it.
  private final class GuardedThread implements CallThread {
    @Override
    public void execute(Runnable task) {
      run(task);
    }

    @Override
    public void after(long millis, Runnable task) {
      try {
        var _ = executor.schedule(() -> guarded(task), millis, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        LOG.debug("Dropped: the engine is closed");
      }
    }
  }

  private void tell() {
    if (media == null) {
      return;
    }
    CallSnapshot snapshot = state.snapshot(media.preview());
    if (!snapshot.equals(told)) {
      told = snapshot;
      observer.onSnapshot(snapshot);
    }
  }

  private void perform(CallEffect effect) {
    Media devices = media;
    if (devices == null) {
      return;
    }
    switch (effect) {
      case CallEffect.OpenSignaling open ->
          signaling.connect(
              open.server(), open.name(), open.ticket(), new SignalingEvents(open.attempt()));
      case CallEffect.CloseSignaling close -> signaling.close();
      case CallEffect.RenewSignaling renew -> signaling.renew();
      case CallEffect.OwnerRequest request -> ask(request);
      case CallEffect.ToServer message -> signaling.send(message);
      case CallEffect.ApplyMedia apply -> devices.apply(apply.wish());
      case CallEffect.OpenPeer open ->
          devices.openPeer(open.key(), open.paths(), open.frames(), open.offers());
      case CallEffect.RenewPaths renew -> devices.renewPaths(renew.key(), renew.paths());
      case CallEffect.MakeOffer make ->
          devices.makeOffer(make.key(), make.negotiation(), make.iceRestart());
      case CallEffect.TakeOffer take -> devices.takeOffer(take.key(), take.offer());
      case CallEffect.TakeAnswer take -> devices.takeAnswer(take.key(), take.answer());
      case CallEffect.TakeCandidate take -> devices.takeCandidate(take.key(), take.candidate());
      case CallEffect.SendOnChannel send -> devices.send(send.key(), send.message());
      case CallEffect.LimitPicture limit -> devices.limitPicture(limit.key(), limit.size());
      case CallEffect.HearPeer hear -> devices.hearPeer(hear.key(), hear.heard());
      case CallEffect.ClosePeer close -> devices.closePeer(close.key());
      case CallEffect.ShowChat show -> observer.onChat(show.entry());
      case CallEffect.TellCallStarted started -> observer.onCallStarted();
      case CallEffect.After after ->
          thread.after(after.delay().toMillis(), () -> handle(after.event()));
    }
  }

  /// Its answer is posted, and so comes after this.
  private void ask(CallEffect.OwnerRequest request) {
    long id = signaling.send(request);
    if (state.attempt() instanceof Long attempt) {
      state =
          CallReducer.reduce(state, new CallEvent.OwnerRequestSent(attempt, id, request)).state();
    }
  }

  /// Posts what a session says, marked with the attempt that it belongs to.
  private final class SignalingEvents implements Signaling.Listener {
    private final long attempt;

    private SignalingEvents(long attempt) {
      this.attempt = attempt;
    }

    @Override
    public void onSession(ServerMessage.Welcome welcome) {
      post(new CallEvent.SessionOpened(attempt, welcome));
    }

    @Override
    public void onMessage(ServerMessage message) {
      if (message instanceof ServerMessage.Signal signal) {
        decode(signal);
      } else {
        post(new CallEvent.ServerSaid(attempt, message));
      }
    }

    private void decode(ServerMessage.Signal signal) {
      try {
        PeerMessage message = MessageCodec.decodePeer(signal.payload().text());
        post(new CallEvent.PeerSaid(attempt, signal.from(), message));
      } catch (ProtocolException e) {
        LOG.warn("Ignored a signal of {}: {}", signal.from(), e.getMessage());
      }
    }

    @Override
    public void onInterrupted() {
      post(new CallEvent.SignalingInterrupted(attempt));
    }

    @Override
    public void onEnded(CallFailure failure) {
      post(new CallEvent.SignalingEnded(attempt, failure));
    }
  }

  // --- the person's wishes ----------------------------------------------------------------------

  @Override
  public void join(JoinRequest request) {
    post(new CallEvent.JoinWished(request, newInstance()));
  }

  @Override
  public void comeBack(WayBack wayBack) {
    post(new CallEvent.ComeBackWished(wayBack, newInstance()));
  }

  @Override
  public void leave() {
    post(new CallEvent.LeaveWished());
  }

  @Override
  public void dismissFailure() {
    post(new CallEvent.FailureDismissed());
  }

  @Override
  public void setMicrophoneMuted(boolean muted) {
    post(new CallEvent.MicrophoneMuteWished(muted));
  }

  @Override
  public void setCameraOff(boolean off) {
    post(new CallEvent.CameraOffWished(off));
  }

  @Override
  public void chooseCamera(CameraChoice camera) {
    post(new CallEvent.CameraChosen(camera));
  }

  @Override
  public void nextCamera() {
    post(new CallEvent.NextCameraWished());
  }

  @Override
  public void chooseMicrophone(MicrophoneChoice microphone) {
    post(new CallEvent.MicrophoneChosen(microphone));
  }

  @Override
  public void chooseSpeaker(SpeakerChoice speaker) {
    post(new CallEvent.SpeakerChosen(speaker));
  }

  @Override
  public void raiseHand(boolean raised) {
    post(new CallEvent.HandWished(raised));
  }

  @Override
  public void mutePeer(PeerId peer, boolean muted) {
    post(new CallEvent.PeerMuteWished(peer, muted));
  }

  @Override
  public void watch(PeerId peer, TileSize size) {
    post(new CallEvent.TileResized(peer, size));
  }

  @Override
  public void setDoor(Door door) {
    post(new CallEvent.DoorWished(door));
  }

  @Override
  public void setPassword(@Nullable RoomPassword password) {
    post(new CallEvent.PasswordWished(password));
  }

  @Override
  public void answerKnock(KnockId knock, boolean admitted) {
    post(new CallEvent.KnockAnswered(knock, admitted));
  }

  @Override
  public void remove(PeerId peer, boolean lock) {
    post(new CallEvent.RemovalWished(peer, lock));
  }

  @Override
  public void handOver(PeerId peer) {
    post(new CallEvent.HandOverWished(peer));
  }

  @Override
  public void sendChat(String text) {
    post(new CallEvent.ChatWritten(clock.millis(), text));
  }
}
