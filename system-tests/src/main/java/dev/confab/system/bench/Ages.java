package dev.confab.system.bench;

import java.util.Map;
import java.util.TreeMap;

/// How old frames were when they were drawn, in whole ms, from any number of lines: counts add up,
/// so that the percentiles are exact.
final class Ages {
  private final TreeMap<Integer, Long> counts = new TreeMap<>();
  private long total;

  void add(Map<?, ?> agesMillis) {
    agesMillis.forEach(
        (age, count) -> {
          if (count instanceof Number frames) {
            counts.merge(Integer.valueOf(age.toString()), frames.longValue(), Long::sum);
            total += frames.longValue();
          }
        });
  }

  /// The age that so many of the frames do not exceed; -1 without frames.
  int percentile(double percent) {
    long rank = (long) Math.ceil(total * percent / 100);
    long seen = 0;
    for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return entry.getKey();
      }
    }
    return -1;
  }
}
