package dev.confab.server.dashboard;

import dev.confab.server.room.RoomView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// All rooms at one moment. The rooms' thread is asked once a second at most, however many look;
/// and not again before it has answered.
final class Snapshots {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int PATIENCE_SECONDS = 2;

  private final Supplier<CompletableFuture<List<RoomView>>> rooms;
  private final AtomicReference<Taken> last;

  private record Taken(CompletableFuture<List<RoomView>> rooms, long nanos) {
    boolean isGood() {
      return !rooms.isDone() || System.nanoTime() - nanos < FRESH_NANOS;
    }
  }

  Snapshots(Supplier<CompletableFuture<List<RoomView>>> rooms) {
    this.rooms = rooms;
    this.last =
        new AtomicReference<>(
            new Taken(
                CompletableFuture.completedFuture(List.of()), System.nanoTime() - FRESH_NANOS));
  }

  /// Empty when the rooms' thread does not answer in time.
  Optional<List<RoomView>> take() throws InterruptedException {
    Taken taken =
        last.updateAndGet(
            before -> before.isGood() ? before : new Taken(rooms.get(), System.nanoTime()));
    try {
      return Optional.of(taken.rooms().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What is there is old: something has been done.
  void outdate() {
    last.updateAndGet(before -> new Taken(before.rooms(), System.nanoTime() - FRESH_NANOS));
  }
}
