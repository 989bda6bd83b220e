package dev.confab.server.dashboard;

import dev.confab.server.net.Vitals;
import dev.confab.server.room.RoomView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The server at one moment. The rooms' thread is asked once a second at most, however many look;
/// and not again before it has answered.
final class Snapshots {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int PATIENCE_SECONDS = 2;

  /// Too old to be shown to anybody.
  private static final CompletableFuture<Seen> NOTHING =
      CompletableFuture.completedFuture(new Seen(new Vitals(false, false, 0, 0, 0, 0), List.of()));

  private final Supplier<CompletableFuture<Seen>> source;
  private final AtomicReference<Taken> last;

  /// What was seen then, in no order.
  record Seen(Vitals vitals, List<RoomView> rooms) {
    Seen {
      rooms = List.copyOf(rooms);
    }
  }

  private record Taken(CompletableFuture<Seen> seen, long nanos) {
    boolean isGood() {
      return !seen.isDone() || System.nanoTime() - nanos < FRESH_NANOS;
    }
  }

  Snapshots(Supplier<CompletableFuture<Seen>> source) {
    this.source = source;
    this.last = new AtomicReference<>(new Taken(NOTHING, System.nanoTime() - FRESH_NANOS));
  }

  /// Empty when the rooms' thread does not answer in time.
  Optional<Seen> take() throws InterruptedException {
    Taken taken =
        last.updateAndGet(
            before -> before.isGood() ? before : new Taken(source.get(), System.nanoTime()));
    try {
      return Optional.of(taken.seen().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What is there is old: something has been done.
  void outdate() {
    last.updateAndGet(before -> new Taken(before.seen(), System.nanoTime() - FRESH_NANOS));
  }
}
