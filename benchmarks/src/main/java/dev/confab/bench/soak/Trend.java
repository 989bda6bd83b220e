package dev.confab.bench.soak;

import java.util.List;
import java.util.Locale;

/// Whether something grows: the slope of a straight line through the last two thirds (least
/// squares), as growth over that time in percent of the mean.
record Trend(Held.Kind kind, double mean, double growthPercent) {
  private static final int FEWEST = 4;

  static Trend of(List<Held> all, Held.Kind kind) {
    List<Held> last = all.subList(all.size() / 3, all.size());
    double meanTime = last.stream().mapToDouble(Held::minutes).average().orElse(0);
    double mean = last.stream().mapToDouble(kind::of).average().orElse(0);
    double together = 0;
    double spread = 0;
    for (Held held : last) {
      double away = held.minutes() - meanTime;
      together += away * (kind.of(held) - mean);
      spread += away * away;
    }
    double time = last.isEmpty() ? 0 : last.getLast().minutes() - last.getFirst().minutes();
    double growth = spread == 0 ? 0 : together / spread * time;
    return new Trend(kind, mean, mean == 0 ? 0 : 100 * growth / mean);
  }

  /// Fewer say nothing.
  static boolean isPossible(List<Held> all) {
    return all.size() >= FEWEST;
  }

  /// It may become less.
  boolean isFlat() {
    return growthPercent <= kind.percent();
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%s: %+.1f %% over the last two thirds (at most %.0f %%): %s",
        kind.title(),
        growthPercent,
        kind.percent(),
        isFlat() ? "flat" : "GROWS");
  }
}
