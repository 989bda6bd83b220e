package dev.confab.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {
  private final Times times = new Times();

  @Test
  void eachFallsIntoTheFirstBucketThatHoldsIt() {
    times.record(10_000);
    times.record(10_001);
    times.record(0);
    times.record(60_000_000_000L);
    List<Long> buckets = times.buckets();
    assertThat(buckets).hasSameSizeAs(Times.limits());
    assertThat(buckets.getFirst()).isEqualTo(2);
    assertThat(buckets.get(1)).isEqualTo(1);
    assertThat(buckets.getLast()).isEqualTo(1);
    assertThat(times.seconds()).isGreaterThan(60).isLessThan(60.1);
  }

  @Test
  void aQuantileIsTheEndOfItsBucketAndOfNothingItIsNothing() {
    List<Long> before = times.buckets();
    assertThat(Times.quantile(0.99, before, before)).isZero();
    for (int i = 0; i < 98; i++) {
      times.record(20_000);
    }
    times.record(400_000);
    times.record(400_000);
    List<Long> after = times.buckets();
    assertThat(Times.quantile(0.5, before, after)).isEqualTo(25e-6);
    assertThat(Times.quantile(0.99, before, after)).isEqualTo(500e-6);
    assertThat(Times.quantile(0.99, after, after)).isZero();
    assertThat(before).isEqualTo(Collections.nCopies(before.size(), 0L));
  }
}
