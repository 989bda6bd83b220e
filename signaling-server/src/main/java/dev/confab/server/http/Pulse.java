package dev.confab.server.http;

import dev.confab.server.net.Vitals;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Asks the rooms' thread how things are. However many ask here, one question at a time is on its
/// way: a thread that hangs does not get a heap of them.
public final class Pulse {
  /// A thread that takes longer than this for its turn is as good as dead to those who call.
  private static final int PATIENCE_SECONDS = 2;

  private final Supplier<CompletableFuture<Vitals>> rooms;
  private final AtomicReference<CompletableFuture<Vitals>> asked =
      new AtomicReference<>(CompletableFuture.completedFuture(null));

  public Pulse(Supplier<CompletableFuture<Vitals>> rooms) {
    this.rooms = rooms;
  }

  /// Empty when it does not answer in time.
  public Optional<Vitals> take() throws InterruptedException {
    CompletableFuture<Vitals> question =
        asked.updateAndGet(before -> before.isDone() ? rooms.get() : before);
    try {
      return Optional.of(question.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
