package dev.confab.bench.soak;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What the server holds at a moment: MB of live heap after a full collection, of resident and
/// proportional memory, and of native memory as Java counts it (committed, without the heap).
record Held(
    double minutes,
    double heap,
    double resident,
    double proportional,
    double nativeMemory,
    int threads,
    int files) {

  /// What must not grow, and by how much it may seem to, in percent of its mean over the time that
  /// is looked at.
  enum Kind {
    HEAP("heap", Held::heap, 5),
    RESIDENT("resident memory", Held::resident, 5),
    PROPORTIONAL("proportional memory", Held::proportional, 5),
    NATIVE("native memory", Held::nativeMemory, 5),
    THREADS("threads", Held::threads, 2),
    FILES("descriptors", Held::files, 2);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // accessors of a record
    private final ToDoubleFunction<Held> figure;

    private final double percent;

    Kind(String title, ToDoubleFunction<Held> figure, double percent) {
      this.title = title;
      this.figure = figure;
      this.percent = percent;
    }

    String title() {
      return title;
    }

    double of(Held held) {
      return figure.applyAsDouble(held);
    }

    double percent() {
      return percent;
    }
  }

  static String head() {
    return "| minute | heap MB | resident MB | proportional MB | native MB | threads | descriptors |";
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %.1f | %.2f | %.1f | %.1f | %.1f | %d | %d |",
        minutes,
        heap,
        resident,
        proportional,
        nativeMemory,
        threads,
        files);
  }
}
