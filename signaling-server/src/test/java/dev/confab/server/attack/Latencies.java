package dev.confab.server.attack;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// How long messages were on their way, in ms.
final class Latencies {
  private final double[] sorted;

  Latencies(double[] one, double[] other) {
    sorted = DoubleStream.concat(Arrays.stream(one), Arrays.stream(other)).sorted().toArray();
  }

  double p99() {
    return sorted[(int) (sorted.length * 0.99)];
  }

  @Override
  public String toString() {
    return "p50 %.1f ms, p99 %.1f, worst %.1f of %d"
        .formatted(sorted[sorted.length / 2], p99(), sorted[sorted.length - 1], sorted.length);
  }
}
