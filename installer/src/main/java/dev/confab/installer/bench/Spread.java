package dev.confab.installer.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Of several measurements the one in the middle, the least and the most.
record Spread(double median, double least, double most) {
  /// At least one.
  static <T> Spread of(List<T> measured, ToDoubleFunction<T> figure) {
    double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /// `1234 (1200 to 1300)`.
  String text() {
    return String.format(Locale.ROOT, "%.0f (%.0f to %.0f)", median, least, most);
  }
}
