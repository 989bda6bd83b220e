package dev.confab.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AgesTest {
  private final Ages ages = new Ages();

  @Test
  void countsOfSeveralLinesAddUp() {
    ages.add(Map.of("10", 1.0, "20", 1.0));
    ages.add(Map.of("20", 2.0));

    assertThat(ages.percentile(25)).isEqualTo(10);
    assertThat(ages.percentile(26)).isEqualTo(20);
  }

  @Test
  void oneOldFrameInAHundredIsBeyondThe99thPercentile() {
    ages.add(Map.of("9", 99.0, "100", 1.0));

    assertThat(ages.percentile(99)).isEqualTo(9);
    assertThat(ages.percentile(100)).isEqualTo(100);
  }

  @Test
  void withoutFramesThereIsNoAge() {
    assertThat(ages.percentile(50)).isEqualTo(-1);
  }
}
