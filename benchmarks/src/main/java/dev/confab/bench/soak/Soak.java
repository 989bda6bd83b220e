package dev.confab.bench.soak;

import dev.confab.bench.crowd.Errand;
import dev.confab.bench.server.Server;
import dev.confab.system.bench.BenchmarkException;
import dev.confab.system.bench.ProcessUse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Minutes of coming and going, with a look at the server between them.
public final class Soak {
  private static final double MB = 1e6;

  /// Of each: with 2,000 of them, 500 a second, of which 100 are new sockets.
  private static final int ACTIONS_PER_MINUTE = 15;

  /// Java counts its native memory.
  public static final List<String> JAVA_OPTIONS = List.of("-XX:NativeMemoryTracking=summary");

  private final Server server;
  private final Street street;
  private final long beganAt = System.nanoTime();
  private final List<Held> all = new ArrayList<>();
  private final Consumer<String> print;

  private Soak(Server server, Street street, Consumer<String> print) {
    this.server = server;
    this.street = street;
    this.print = print;
  }

  /// Prints what it sees, every `interval`, and says whether everything stayed as it was. The
  /// server must have been started with [#JAVA_OPTIONS].
  public static boolean isFlat(
      Server server, int connections, Duration time, Duration interval, Consumer<String> print)
      throws IOException, BenchmarkException {
    SplittableRandom random = new SplittableRandom(1);
    int actions = Math.max(1, connections * ACTIONS_PER_MINUTE / 60);
    try (Street street = new Street(server.port(), connections, actions, random)) {
      return new Soak(server, street, print).run(time, interval);
    }
  }

  private boolean run(Duration time, Duration interval) throws IOException, BenchmarkException {
    print.accept(Held.head());
    print.accept("|---|---|---|---|---|---|---|");
    for (long round = 1; interval.multipliedBy(round).compareTo(time) <= 0; round++) {
      long until = beganAt + interval.multipliedBy(round).toNanos();
      while (System.nanoTime() < until) {
        street.turn();
      }
      all.add(look());
      print.accept(
          all.getLast().row() + " " + street.inside() + " in rooms, " + street.tally().take());
    }
    return verdict();
  }

  private boolean verdict() {
    boolean flat = street.tally().wrongInAll() == 0;
    print.accept("");
    print.accept("What went wrong: " + street.tally().wrongInAll());
    if (!Trend.isPossible(all)) {
      print.accept("Too short to say whether anything grows.");
      return flat;
    }
    for (Held.Kind kind : Held.Kind.values()) {
      Trend trend = Trend.of(all, kind);
      print.accept(trend.text());
      flat &= trend.isFlat();
    }
    return flat;
  }

  /// The walkers go on meanwhile.
  private Held look() throws IOException, BenchmarkException {
    Errand<Held> errand = Errand.begin(this::held);
    while (!errand.isDone()) {
      street.turn();
    }
    return errand.result();
  }

  private Held held() throws BenchmarkException, InterruptedException {
    double heap = server.heapBytes() / MB;
    double nativeMemory = server.nativeBytes() / MB;
    ProcessUse use = server.use();
    return new Held(
        (System.nanoTime() - beganAt) / 60e9,
        heap,
        use.residentKib() * 1024 / MB,
        use.proportionalKib() * 1024 / MB,
        nativeMemory,
        use.threads(),
        use.files());
  }
}
