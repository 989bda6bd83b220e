package dev.confab.server.metrics;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// How long something took, in buckets of fixed width: recorded by one thread without a lock and
/// without garbage, read by any. Of Micrometer's timers, which any thread may record to, each call
/// costs several times as much.
public final class Times {
  /// Microseconds: three for each power of ten, from 10 µs to 10 s. The last bucket has no end.
  private static final long[] LIMITS_MICROS = {
    10,
    25,
    50,
    100,
    250,
    500,
    1_000,
    2_500,
    5_000,
    10_000,
    25_000,
    50_000,
    100_000,
    250_000,
    500_000,
    1_000_000,
    2_500_000,
    10_000_000
  };

  private static final long[] LIMITS = LongStream.of(LIMITS_MICROS).map(it -> it * 1000).toArray();

  private final AtomicLongArray buckets = new AtomicLongArray(LIMITS.length + 1);
  private final Count nanos = new Count();

  void record(long tookNanos) {
    int bucket = 0;
    while (bucket < LIMITS.length && tookNanos > LIMITS[bucket]) {
      bucket++;
    }
    buckets.setRelease(bucket, buckets.getPlain(bucket) + 1);
    nanos.add(tookNanos);
  }

  double seconds() {
    return nanos.value() / 1e9;
  }

  /// How many fell into each bucket since the beginning.
  List<Long> buckets() {
    return IntStream.range(0, buckets.length()).mapToObj(buckets::getAcquire).toList();
  }

  /// The upper end of each bucket in seconds; the last is infinite.
  static List<Double> limits() {
    return IntStream.rangeClosed(0, LIMITS.length)
        .mapToObj(i -> i == LIMITS.length ? Double.POSITIVE_INFINITY : LIMITS[i] / 1e9)
        .toList();
  }

  /// The upper end, in seconds, of the bucket that holds this share of all that was recorded
  /// between two readings of [#buckets]; 0 where nothing was.
  public static double quantile(double share, List<Long> before, List<Long> after) {
    long total = sum(after) - sum(before);
    if (total <= 0) {
      return 0;
    }
    long wanted = (long) Math.ceil(share * total);
    long seen = 0;
    for (int i = 0; i < LIMITS.length; i++) {
      seen += after.get(i) - before.get(i);
      if (seen >= wanted) {
        return LIMITS[i] / 1e9;
      }
    }
    return LIMITS[LIMITS.length - 1] / 1e9;
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
