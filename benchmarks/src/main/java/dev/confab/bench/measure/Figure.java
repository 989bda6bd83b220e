package dev.confab.bench.measure;

import java.util.Optional;

/// What is measured, in the order of the report.
public enum Figure {
  RELAYED_SMALL("Relayed messages a second, 200 B", "%,.0f", Bound.AT_LEAST, 2.5),
  CPU_SMALL("… the server's share of its processor, %", "%.0f"),
  BUSY_SMALL("… the generator's, %", "%.0f"),
  FOR_CPU_SMALL("… messages for a second of the server's CPU", "%,.0f"),
  RELAYED_LARGE("Relayed messages a second, 2.5 kB", "%,.0f", Bound.AT_LEAST, 2.5),
  CPU_LARGE("… the server's share of its processor, %", "%.0f"),
  BUSY_LARGE("… the generator's, %", "%.0f"),
  FOR_CPU_LARGE("… messages for a second of the server's CPU", "%,.0f"),
  OFFER_P50("2.5 kB at a fixed rate, p50, µs", "%,.0f"),
  OFFER_P99("… p99, µs", "%,.0f", Bound.AT_MOST, 0.5),
  OFFER_P999("… p99.9, µs", "%,.0f"),
  OFFER_CPU("… the server's CPU, % of a core", "%.0f"),
  CANDIDATE_P50("Trickled candidates at a fixed rate, p50, µs", "%,.0f"),
  CANDIDATE_P99("… p99, µs", "%,.0f", Bound.AT_MOST, 1.0),
  CANDIDATE_P999("… p99.9, µs", "%,.0f"),
  CANDIDATE_CPU("… the server's CPU, % of a core", "%.0f"),
  STORM("Storm, from the first connect to the last message, ms", "%,.0f", Bound.AT_MOST, 0.6),
  STORM_P99("… p99 of its candidates, ms", "%,.1f", Bound.AT_MOST, 1.0),
  CONNECTIONS("Connections a second", "%,.0f", Bound.AT_LEAST, 1.0),
  SLOWEST("… slowest single one, ms", "%,.0f"),
  HEAP("Heap of an idle connection, kB", "%.2f", Bound.AT_MOST, 0.3),
  RESIDENT("Resident memory with all of them, MB", "%.0f", Bound.AT_MOST, 0.75),
  PROPORTIONAL("Proportional memory with all of them, MB", "%.0f"),
  MORE_FOR_1000("… more than with none, for each 1,000, MB", "%.2f"),
  BESIDE_P50("2.5 kB beside them, p50, µs", "%,.0f"),
  BESIDE_P99("… p99, µs", "%,.0f"),
  BESIDE_P999("… p99.9, µs", "%,.0f"),
  BESIDE_CPU("… the server's CPU, % of a core", "%.0f");

  private final String title;
  private final String form;
  private final Bound bound;
  private final double ratio;

  Figure(String title, String form) {
    this(title, form, Bound.NONE, 0);
  }

  Figure(String title, String form, Bound bound, double ratio) {
    this.title = title;
    this.form = form;
    this.bound = bound;
    this.ratio = ratio;
  }

  public String title() {
    return title;
  }

  /// Of [String#format].
  public String form() {
    return form;
  }

  /// What Confab's is to be, against that of the relay on Socket.IO.
  public Optional<Aim> aim() {
    return bound == Bound.NONE
        ? Optional.empty()
        : Optional.of(new Aim(bound == Bound.AT_LEAST, ratio));
  }

  private enum Bound {
    NONE,
    AT_LEAST,
    AT_MOST
  }
}
