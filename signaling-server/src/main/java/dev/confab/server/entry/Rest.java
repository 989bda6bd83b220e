package dev.confab.server.entry;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Keeps a thread from taking more than half of a core, however much there is to do: after each
/// piece of work it rests for as long as that took. Belongs to that thread.
public final class Rest {
  /// What takes longer did not get the core, or is on a machine that is slow enough as it is.
  static final Duration LONGEST = Duration.ofMillis(250);

  private final LongSupplier nanos;
  private final Sleep sleep;

  /// As in [Thread#sleep(Duration)].
  @FunctionalInterface
  public interface Sleep {
    void sleep(Duration time) throws InterruptedException;
  }

  /// `nanos` is a clock like [System#nanoTime].
  public Rest(LongSupplier nanos, Sleep sleep) {
    this.nanos = nanos;
    this.sleep = sleep;
  }

  void after(Runnable work) {
    long began = nanos.getAsLong();
    work.run();
    Duration worked = Duration.ofNanos(nanos.getAsLong() - began);
    take(worked.compareTo(LONGEST) < 0 ? worked : LONGEST);
  }

  /// An interrupt ends it: then the thread is to end too.
  public void take(Duration time) {
    try {
      sleep.sleep(time);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
