package dev.confab.client.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PaceTest {
  private long now = 5_000_000_000L;
  private final Pace pace = new Pace(30, () -> now);

  @Test
  void theFirstFrameIsDueAtOnce() {
    assertThat(pace.nanosToNext()).isZero();
    assertThat(pace.take()).isZero();
  }

  @Test
  void theNextIsDueAPeriodLater() {
    pace.take();
    assertThat(pace.nanosToNext()).isEqualTo(33_333_334);
  }

  @Test
  void whoeverWaitsAsToldGetsEveryFrameAndDoesNotDrift() {
    long start = now;
    for (int frame = 0; frame < 30 * 3600; frame++) {
      now += pace.nanosToNext();
      assertThat(pace.take()).isEqualTo(frame);
      now += 123_457; // the painting
    }
    assertThat(pace.nanosToNext() + now - start).isEqualTo(3600 * 1_000_000_000L);
    assertThat(pace.dropped()).isZero();
  }

  @Test
  void oneWhoComesALittleLateKeepsToTheOldTimes() {
    pace.take();
    now += 50_000_000;
    assertThat(pace.take()).isEqualTo(1);
    assertThat(pace.nanosToNext()).isEqualTo(16_666_667);
  }

  @Test
  void afterAStallTheFramesThatWereMissedAreLeftOut() {
    pace.take();
    now += 1_010_000_000;
    assertThat(pace.nanosToNext()).isZero();
    assertThat(pace.take()).isEqualTo(30);
    assertThat(pace.nanosToNext()).isPositive();
    assertThat(pace.dropped()).isEqualTo(29);
  }

  @Test
  void aFrameIsNeverTakenTwice() {
    assertThat(pace.take()).isZero();
    assertThat(pace.take()).isEqualTo(1);
  }

  @Test
  void aPaceOfNothingIsRefused() {
    assertThatThrownBy(() -> new Pace(0, () -> now)).isInstanceOf(IllegalArgumentException.class);
  }
}
