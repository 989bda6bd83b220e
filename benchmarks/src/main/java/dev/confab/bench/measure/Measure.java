package dev.confab.bench.measure;

/// Figures that are measured together.
public enum Measure {
  THROUGHPUT,
  LATENCY,
  STORM,
  CONNECTIONS
}
