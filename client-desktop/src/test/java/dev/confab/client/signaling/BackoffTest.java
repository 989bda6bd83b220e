package dev.confab.client.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void aPauseIsAtLeastHalfAndAtMostAllOfItsStep() {
    Backoff backoff = new Backoff(new Random(7));

    for (long step : new long[] {250, 500, 1000, 2000, 2000, 2000}) {
      assertThat(backoff.next()).isBetween(Duration.ofMillis(step / 2), Duration.ofMillis(step));
    }
  }

  @Test
  void aResetBeginsAnew() {
    Backoff backoff = new Backoff(() -> 0L);
    Duration first = backoff.next();
    assertThat(backoff.next()).isGreaterThan(first);

    backoff.reset();

    assertThat(backoff.next()).isEqualTo(first);
  }

  @Test
  void twoClientsDoNotComeBackTogether() {
    assertThat(pauses(1)).isNotEqualTo(pauses(2));
  }

  private static List<Duration> pauses(long seed) {
    Backoff backoff = new Backoff(new Random(seed));
    return Stream.generate(backoff::next).limit(5).toList();
  }
}
