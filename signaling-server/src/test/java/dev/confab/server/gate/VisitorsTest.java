package dev.confab.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Limits;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitorsTest {
  private static final int PER_SECOND = 10;
  private static final int AT_ONCE = PER_SECOND * Visitors.BURST_SECONDS;

  private long now = 1;

  private Visitors limit(int connections) {
    return new Visitors(
        AccessRules.DEFAULT.withLimits(connections, PER_SECOND), Limits.DEFAULT, () -> now);
  }

  private void passMillis(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static void enter(Visitors visitors, String key, int times, Verdict verdict) {
    assertThat(IntStream.range(0, times).mapToObj(_ -> visitors.enter(key)))
        .hasSize(times)
        .containsOnly(verdict);
  }

  @Test
  void beyondTheLimitSomeAreToldAndTheRestIsCutOff() {
    Visitors visitors = limit(3);
    enter(visitors, "a", 3, Verdict.ADMIT);
    enter(visitors, "a", Visitors.SPARE, Verdict.REFUSE);
    enter(visitors, "a", 5, Verdict.CUT);
    enter(visitors, "b", 3, Verdict.ADMIT);
  }

  @Test
  void whoLeavesMakesRoom() {
    Visitors visitors = limit(1);
    enter(visitors, "a", 1, Verdict.ADMIT);
    enter(visitors, "a", 1, Verdict.REFUSE);
    visitors.leave("a");
    visitors.leave("a");
    enter(visitors, "a", 1, Verdict.ADMIT);
  }

  @Test
  void whoIsCutOffWasNeverThere() {
    Visitors visitors = limit(1);
    enter(visitors, "a", 1, Verdict.ADMIT);
    enter(visitors, "a", Visitors.SPARE, Verdict.REFUSE);
    enter(visitors, "a", 10, Verdict.CUT);
    IntStream.rangeClosed(0, Visitors.SPARE).forEach(_ -> visitors.leave("a"));
    enter(visitors, "a", 1, Verdict.ADMIT);
  }

  @Test
  void whoComesTooFastIsToldAndThenCutOffUntilTimeHasPassed() {
    Visitors visitors = limit(1000);
    enter(visitors, "a", AT_ONCE, Verdict.ADMIT);
    enter(visitors, "a", PER_SECOND, Verdict.REFUSE);
    enter(visitors, "a", 100, Verdict.CUT);
    passMillis(1000);
    enter(visitors, "a", PER_SECOND, Verdict.REFUSE);
    passMillis(1500);
    enter(visitors, "a", 5, Verdict.ADMIT);
  }

  @Test
  void joinsComeBackWithTimeToo() {
    Visitors visitors = limit(1000);
    visitors.enter("a");
    assertThat(IntStream.range(0, 2 * AT_ONCE).allMatch(_ -> visitors.mayJoin("a"))).isTrue();
    assertThat(visitors.mayJoin("a")).isFalse();
    passMillis(51);
    assertThat(visitors.mayJoin("a")).isTrue();
    assertThat(visitors.mayJoin("a")).isFalse();
  }

  @Test
  void whoIsNotHereJoinsNothingAndIsNotRemembered() {
    Visitors visitors = limit(1000);
    assertThat(visitors.mayJoin("a")).isFalse();
    visitors.leave("a");
    assertThat(visitors.size()).isZero();
  }

  @Test
  void anAddressIsForgottenWhenItsBucketsAreFullAgain() {
    Visitors visitors = limit(1000);
    visitors.enter("a");
    passMillis(1000);
    visitors.leave("a");
    assertThat(visitors.size()).isZero();
  }

  @Test
  void manyAddressesDoNotPileUp() {
    Visitors visitors = limit(1000);
    for (int i = 0; i < 1_000_000; i++) {
      visitors.enter("a" + i);
      visitors.leave("a" + i);
      now += TimeUnit.MICROSECONDS.toNanos(100); // ten thousand a second
    }
    assertThat(visitors.size()).isLessThan(5000);
  }
}
