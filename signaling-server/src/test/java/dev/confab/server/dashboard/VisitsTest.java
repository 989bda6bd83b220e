package dev.confab.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VisitsTest {
  private long now = 7;
  private final Visits visits = new Visits(() -> now);

  private void passes(Duration time) {
    now += time.toNanos();
  }

  @Test
  void whoDoesNothingForHalfAnHourHasToLogInAgain() {
    String key = visits.begin(Role.ADMIN);
    passes(Duration.ofMinutes(29));
    assertThat(visits.find(key)).isPresent();
    passes(Duration.ofMinutes(29));
    assertThat(visits.find(key)).isPresent();
    passes(Visits.IDLE);
    assertThat(visits.find(key)).isEmpty();
  }

  @Test
  void afterEightHoursEverybodyHasTo() {
    String key = visits.begin(Role.ADMIN);
    for (int i = 0; i < 8 * 4 - 1; i++) {
      passes(Duration.ofMinutes(15));
      assertThat(visits.find(key)).isPresent();
    }
    passes(Duration.ofMinutes(15));
    assertThat(visits.find(key)).isEmpty();
  }

  @Test
  void ofTooManyTheOneThatWasSilentLongestGoes() {
    String silent = visits.begin(Role.VIEWER);
    String busy = visits.begin(Role.ADMIN);
    passes(Duration.ofMinutes(1));
    visits.find(busy);
    for (int i = 0; i < Visits.MOST - 1; i++) {
      passes(Duration.ofSeconds(1));
      visits.begin(Role.VIEWER);
    }
    assertThat(visits.find(silent)).isEmpty();
    assertThat(visits.find(busy).orElseThrow().role()).isEqualTo(Role.ADMIN);
  }

  @Test
  void aVisitThatWasEndedIsOver() {
    String key = visits.begin(Role.ADMIN);
    visits.end(key);
    assertThat(visits.find(key)).isEmpty();
  }

  @Test
  void eachVisitHasATokenOfItsOwn() {
    Visits.Visit one = visits.find(visits.begin(Role.ADMIN)).orElseThrow();
    Visits.Visit other = visits.find(visits.begin(Role.ADMIN)).orElseThrow();
    assertThat(one.isToken(one.token())).isTrue();
    assertThat(one.isToken(other.token())).isFalse();
    assertThat(one.isToken("")).isFalse();
  }
}
