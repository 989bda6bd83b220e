package dev.confab.installer.bench;

import java.lang.management.ManagementFactory;

/// The time since it was made, and how much of it this thread was at work.
final class Stopwatch {
  private final long nanos = System.nanoTime();
  private final long cpu = cpu();

  double millis() {
    return (System.nanoTime() - nanos) / 1e6;
  }

  double cpuShare() {
    return (cpu() - cpu) / (double) Math.max(1, System.nanoTime() - nanos);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
