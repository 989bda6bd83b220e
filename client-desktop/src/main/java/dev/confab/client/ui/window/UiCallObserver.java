package dev.confab.client.ui.window;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The bridge from the call thread to the FX thread, and the only class of the user interface that
/// calls [Platform#runLater]. Of snapshots and levels only the newest waits; lines of chat wait in
/// order, as many as the chat keeps. However much comes, at most one task waits for the FX thread.
///
/// The engine's side is called on one thread. What comes before [#attach] waits for it.
public final class UiCallObserver implements CallObserver {
  /// As many lines as a chat keeps: of a longer queue it would drop the oldest anyhow.
  private static final int MAX_WAITING_LINES = 1000;

  private static final double NO_LEVEL = -1;

  // `call` counts the calls, so that a line of an earlier one is known as such.
  private record Line(int call, ChatEntry entry) {}

  private final Executor fxThread;
  private final AtomicBoolean delivering = new AtomicBoolean();
  private final AtomicReference<@Nullable CallSnapshot> newestSnapshot = new AtomicReference<>();
  private final ConcurrentLinkedQueue<Line> lines = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingLines = new AtomicInteger();
  private volatile int calls;
  private volatile double level = NO_LEVEL;
  private volatile @Nullable CallObserver window;

  // Of the FX thread.
  private int shownCall;

  public UiCallObserver() {
    this(Platform::runLater);
  }

  UiCallObserver(Executor fxThread) {
    this.fxThread = fxThread;
  }

  /// Who is told, on the FX thread, from now on.
  void attach(CallObserver newWindow) {
    window = newWindow;
    wake();
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    newestSnapshot.set(snapshot);
    wake();
  }

  @Override
  public void onChat(ChatEntry entry) {
    lines.add(new Line(calls, entry));
    if (waitingLines.incrementAndGet() > MAX_WAITING_LINES && lines.poll() != null) {
      waitingLines.decrementAndGet();
    }
    wake();
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  public void onCallStarted() {
    calls++;
    wake();
  }

  @Override
  public void onMicrophoneLevel(double newLevel) {
    level = newLevel;
    wake();
  }

  private void wake() {
    if (window != null && !delivering.getAndSet(true)) {
      fxThread.execute(this::deliver);
    }
  }

  private void deliver() {
    delivering.set(false); // first: what comes from here on gets a delivery of its own
    CallObserver to = window;
    if (to == null) {
      return;
    }
    begin(to, calls);
    for (Line line = lines.poll(); line != null; line = lines.poll()) {
      waitingLines.decrementAndGet();
      begin(to, line.call());
      if (line.call() == shownCall) {
        to.onChat(line.entry());
      }
    }
    CallSnapshot snapshot = newestSnapshot.getAndSet(null);
    if (snapshot != null) {
      to.onSnapshot(snapshot);
    }
    double newLevel = level;
    if (newLevel != NO_LEVEL) {
      level = NO_LEVEL;
      to.onMicrophoneLevel(newLevel);
    }
  }

  private void begin(CallObserver to, int call) {
    if (call > shownCall) {
      shownCall = call;
      to.onCallStarted();
    }
  }
}
