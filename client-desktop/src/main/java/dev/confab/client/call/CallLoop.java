package dev.confab.client.call;

import dev.confab.client.media.LatestFrame;
import java.time.Clock;
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
public final class CallLoop extends PostedWishes {
  private static final Logger LOG = LoggerFactory.getLogger(CallLoop.class);

  private final ScheduledExecutorService executor;
  private final Mailbox mailbox;
  private final Signaling signaling;
  private final CallObserver observer;
  private CallState state;
  private @Nullable Media media;
  private @Nullable Performer performer;
  private @Nullable CallSnapshot told;

  /// `executor` has a single thread and belongs to the composition root. [#start] must follow.
  public CallLoop(
      ScheduledExecutorService executor,
      Signaling signaling,
      Clock clock,
      MediaWish wish,
      CallObserver observer) {
    super(clock);
    this.executor = executor;
    this.mailbox = new Mailbox(executor, this::endOverBug);
    this.signaling = signaling;
    this.observer = observer;
    this.state = CallState.initial(wish);
  }

  /// Opens the media side on the call thread, and the devices that are wished for. If it cannot be
  /// opened, nothing can be called from here; the lobby says so.
  public void start(MediaFactory factory) {
    mailbox.execute(() -> open(factory));
  }

  private void open(MediaFactory factory) {
    Media opened;
    try {
      opened = factory.open(mailbox, this::post, this::tellLevel);
    } catch (RuntimeException | Error e) { // a library that does not load is an Error
      LOG.error("The media side does not open", e);
      CallState.Idle broken = new CallState.Idle(new CallFailure.BrokenInside());
      observer.onSnapshot(state.with(broken).snapshot(new LatestFrame()));
      return;
    }
    media = opened;
    performer =
        new Performer(mailbox, signaling, opened, observer, this::post, this::ownerHasAsked);
    opened.apply(state.wish());
    tell();
  }

  private void tellLevel(double level) {
    mailbox.execute(() -> observer.onMicrophoneLevel(level));
  }

  /// Makes the media side; called on the call thread, to which everything native belongs.
  @FunctionalInterface
  public interface MediaFactory {
    Media open(CallThread callThread, Consumer<CallEvent> events, DoubleConsumer microphoneLevel);
  }

  /// Any thread, native ones too. After [#shutDown] nothing happens.
  @Override
  public void post(CallEvent event) {
    mailbox.execute(() -> handle(event));
  }

  /// Figures of every connection, to `sink` on the call thread.
  public void readStats(Consumer<PeerStats> sink) {
    mailbox.execute(
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
    mailbox.execute(this::end);
    return executor.awaitTermination(seconds, TimeUnit.SECONDS);
  }

  private void end() {
    try {
      if (media != null) {
        media.close();
        media = null;
        performer = null;
      }
    } finally {
      executor.shutdownNow(); // what was to happen later does not hold up the end
    }
  }

  /// A bug, here or below: the call ends cleanly rather than going on in an unknown state.
  private void endOverBug() {
    Turn turn = new Turn(state);
    turn.end(new CallFailure.BrokenInside());
    state = turn.state();
    turn.step().effects().forEach(this::performAnyhow);
    tell();
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
    if (performer != null) {
      performer.perform(effect);
    }
  }

  /// Its answer is posted, and so comes after this.
  private void ownerHasAsked(CallEffect.OwnerRequest request, long id) {
    if (state.attempt() instanceof Long attempt) {
      state =
          CallReducer.reduce(state, new CallEvent.OwnerRequestSent(attempt, id, request)).state();
    }
  }
}
