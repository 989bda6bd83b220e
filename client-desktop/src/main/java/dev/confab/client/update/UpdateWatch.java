package dev.confab.client.update;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.Phase;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks from time to time whether it is time to ask, on a thread of its own. Never asks in a call;
/// whoever goes into one while a question is under way ends it. Told on the call thread.
public final class UpdateWatch implements CallObserver, AutoCloseable {
  /// Until the window stands and its devices are open.
  static final Duration FIRST = Duration.ofSeconds(10);

  /// How long after a call, or after a day has passed, it is asked at the latest.
  static final Duration PERIOD = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(UpdateWatch.class);

  private final UpdateCheck check;
  private final BooleanSupplier wanted;
  private final ScheduledExecutorService thread;
  private volatile boolean inCall;
  private volatile @Nullable Future<?> asking;

  /// `wanted` says whether the person has it switched on; it is called on the watch's thread, which
  /// `thread` is: a single one, for this alone, that ends with it.
  public UpdateWatch(UpdateCheck check, BooleanSupplier wanted, ScheduledExecutorService thread) {
    this.check = check;
    this.wanted = wanted;
    this.thread = thread;
  }

  /// `found` takes what is new, on the watch's thread.
  public void start(Consumer<UpdateNotice> found) {
    thread.execute(() -> guarded(() -> check.known().ifPresent(found)));
    var _ =
        thread.scheduleWithFixedDelay(
            () -> guarded(() -> look(found)),
            FIRST.toMillis(),
            PERIOD.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    inCall = !(snapshot.phase() instanceof Phase.Lobby); // before the question is looked at
    Future<?> question = asking;
    if (inCall && question != null) {
      question.cancel(true);
      asking = null;
    }
  }

  private void look(Consumer<UpdateNotice> found) {
    if (wanted.getAsBoolean() && check.isDue()) {
      asking = thread.submit(() -> guarded(() -> ask(found)));
    }
  }

  private void ask(Consumer<UpdateNotice> found) {
    if (inCall) {
      return;
    }
    try {
      check.ask().ifPresent(found);
    } catch (InterruptedException e) {
      LOG.debug("A call begins, or the program ends: no question now");
    }
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("A bug while looking for updates", e);
    }
  }

  /// A question that is under way ends at once.
  @Override
  public void close() {
    thread.shutdownNow();
  }

  @Override
  public void onChat(ChatEntry entry) {}

  @Override
  public void onCallStarted() {}

  @Override
  public void onMicrophoneLevel(double level) {}
}
