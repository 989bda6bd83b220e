package dev.confab.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Limits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final Limits LIMITS = new Limits(65_536, 49_152, 6, 100, 200_000);

  private long now;
  private final RateLimit rate = alone();

  /// There is nobody else at its address.
  private RateLimit alone() {
    Visitors visitors = new Visitors(AccessRules.DEFAULT, LIMITS, () -> now);
    visitors.enter("a");
    return visitors.rateLimit("a");
  }

  private Map<Verdict, Integer> send(int messages, Duration between) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (int i = 0; i < messages; i++) {
      now += between.toNanos();
      verdicts.merge(rate.take(200, now), 1, Integer::sum);
    }
    return verdicts;
  }

  @Test
  void aBurstOfThreeSecondsWorthPasses() {
    assertThat(send(300, Duration.ZERO)).containsOnly(Map.entry(Verdict.ADMIT, 300));
  }

  @Test
  void aThousandAtOnceAreFirstRefusedAndThenCut() {
    assertThat(send(1000, Duration.ZERO))
        .containsOnly(
            Map.entry(Verdict.ADMIT, 300),
            Map.entry(Verdict.REFUSE, 99),
            Map.entry(Verdict.CUT, 601));
  }

  @Test
  void theAllowedRatePassesForEver() {
    assertThat(send(100_000, Duration.ofMillis(10))).containsOnlyKeys(Verdict.ADMIT);
  }

  @Test
  void aLittleTooFastForLongIsCut() {
    assertThat(send(5_000, Duration.ofMillis(9))).containsKey(Verdict.CUT);
  }

  @Test
  void largeMessagesAreLimitedBySize() {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (int i = 0; i < 100; i++) {
      verdicts.merge(rate.take(20_000, now), 1, Integer::sum);
    }
    assertThat(verdicts)
        .containsOnly(
            Map.entry(Verdict.ADMIT, 40), Map.entry(Verdict.REFUSE, 9), Map.entry(Verdict.CUT, 51));
  }

  @Test
  void largeMessagesAtTheAllowedRatePassForEver() {
    for (int i = 0; i < 10_000; i++) {
      now += Duration.ofMillis(100).toNanos();
      assertThat(rate.take(20_000, now)).isEqualTo(Verdict.ADMIT);
    }
  }

  @Test
  void whoPausesIsForgiven() {
    send(350, Duration.ZERO);
    now += Duration.ofSeconds(4).toNanos();
    assertThat(send(300, Duration.ZERO)).containsOnlyKeys(Verdict.ADMIT);
  }

  @Test
  void aLongPauseDoesNotBuyALargerBurst() {
    now += Duration.ofHours(1).toNanos();
    assertThat(send(301, Duration.ZERO)).containsEntry(Verdict.ADMIT, 300);
  }
}
