package dev.confab.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final Offset<Double> NEARLY = Offset.offset(0.01);

  @Test
  void whatRisesAtTheBeginningAndThenStaysIsFlat() {
    Trend trend = Trend.of(minutes(30, i -> Math.min(i, 10) * 10), Held.Kind.HEAP);

    assertThat(trend.growthPercent()).isEqualTo(0, NEARLY);
    assertThat(trend.isFlat()).isTrue();
  }

  @Test
  void whatGrowsSteadilyIsNot() {
    // from minute 10 to 29: 110 to 129, which is 19 of 119.5
    Trend trend = Trend.of(minutes(30, i -> 100 + i), Held.Kind.HEAP);

    assertThat(trend.growthPercent()).isEqualTo(100 * 19 / 119.5, NEARLY);
    assertThat(trend.isFlat()).isFalse();
    assertThat(trend.text()).contains("heap: +15.9 %", "GROWS");
  }

  @Test
  void whatOnlySwingsIsFlat() {
    Trend trend = Trend.of(minutes(30, i -> 100 + i % 2), Held.Kind.HEAP);

    assertThat(trend.isFlat()).isTrue();
  }

  @Test
  void aFewMinutesSayNothing() {
    assertThat(Trend.isPossible(minutes(3, i -> i))).isFalse();
    assertThat(Trend.isPossible(minutes(4, i -> i))).isTrue();
  }

  private static List<Held> minutes(int count, IntToDoubleFunction heap) {
    List<Held> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new Held(i, heap.applyAsDouble(i), 1, 1, 1, 1, 1));
    }
    return all;
  }
}
