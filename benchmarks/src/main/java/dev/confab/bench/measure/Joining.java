package dev.confab.bench.measure;

import dev.confab.bench.crowd.Member;
import dev.confab.bench.crowd.Stage;
import dev.confab.system.bench.BenchmarkException;
import java.io.IOException;
import java.time.Duration;

/// Many who come, so many at a time. Who is in their room makes place for the next.
record Joining(double perSecond, double slowestMillis) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// Into rooms of `perRoom`, one after the other. All of them are in when this returns.
  static Joining of(Stage stage, int count, int perRoom, int atATime)
      throws IOException, BenchmarkException {
    int before = stage.members().size();
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      int entered = i;
      stage.until("some are in", PATIENCE, () -> entered - (stage.joined() - before) < atATime);
      stage.enter("room-" + i / perRoom);
    }
    stage.until("all are in", PATIENCE, () -> stage.joined() - before == count);
    double seconds = (System.nanoTime() - began) / 1e9;
    long slowest =
        stage.members().stream().skip(before).mapToLong(Member::nanosToJoin).max().orElse(0);
    return new Joining(count / seconds, slowest / 1e6);
  }
}
