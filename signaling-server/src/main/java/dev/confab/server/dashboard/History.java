package dev.confab.server.dashboard;

import dev.confab.server.metrics.Reading;
import dev.confab.server.metrics.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The last hour: a sample every ten seconds, and no more of them than fit in it.
final class History implements AutoCloseable {
  static final Duration STEP = Duration.ofSeconds(10);
  static final int LENGTH = 360;

  private final Tally tally;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("history").daemon().factory());

  /// Oldest first; replaced by the thread above, never changed.
  private volatile List<Sample> samples;

  /// `nanos` is when, as in [System#nanoTime].
  record Sample(long nanos, Reading reading, long heapBytes) {
    static Sample of(Tally tally) {
      Runtime java = Runtime.getRuntime();
      return new Sample(System.nanoTime(), tally.read(), java.totalMemory() - java.freeMemory());
    }
  }

  History(Tally tally) {
    this.tally = tally;
    this.samples = List.of(Sample.of(tally));
  }

  void start() {
    long step = STEP.toSeconds();
    var _ = thread.scheduleAtFixedRate(this::sample, step, step, TimeUnit.SECONDS);
  }

  private void sample() {
    samples = with(samples, Sample.of(tally), LENGTH);
  }

  static List<Sample> with(List<Sample> before, Sample next, int most) {
    List<Sample> after = new ArrayList<>(before);
    after.add(next);
    return List.copyOf(after.subList(Math.max(0, after.size() - most), after.size()));
  }

  List<Sample> samples() {
    return samples;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
