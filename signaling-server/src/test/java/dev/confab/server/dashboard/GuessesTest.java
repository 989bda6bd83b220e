package dev.confab.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessesTest {
  private static final String EVE = "192.0.2.1";
  private static final String ADMIN = "192.0.2.99";

  private long now = Long.MAX_VALUE - 5; // such a clock may begin anywhere, and pass over the end
  private final Guesses guesses = new Guesses(() -> now);

  private void passes(Duration time) {
    now += time.toNanos();
  }

  private void guessesFive(String address) {
    for (int i = 0; i < Guesses.AT_ONCE; i++) {
      assertThat(guesses.take(address)).isTrue();
    }
  }

  @Test
  void fiveMayBeWrongAtOnce() {
    guessesFive(EVE);
    assertThat(guesses.take(EVE)).isFalse();
  }

  @Test
  void thenThereIsOneEveryTenSeconds() {
    guessesFive(EVE);
    passes(Duration.ofSeconds(10));
    assertThat(guesses.take(EVE)).isTrue();
    assertThat(guesses.take(EVE)).isFalse();
    passes(Duration.ofMillis(9_999));
    assertThat(guesses.take(EVE)).isFalse();
    passes(Duration.ofMillis(1));
    assertThat(guesses.take(EVE)).isTrue();
  }

  @Test
  void afterAWhileAllFiveAreThereAgainAndNoMore() {
    guessesFive(EVE);
    passes(Duration.ofHours(3));
    guessesFive(EVE);
    assertThat(guesses.take(EVE)).isFalse();
  }

  @Test
  void rightOnesDoNotCount() {
    for (int i = 0; i < 100; i++) {
      assertThat(guesses.take(ADMIN)).isTrue();
      guesses.forgive(ADMIN);
    }
    guessesFive(ADMIN);
  }

  private void thereAreTwentyWrongOnes() {
    for (int i = 0; i < Guesses.ALL_AT_ONCE / Guesses.AT_ONCE; i++) {
      guessesFive("198.51.100." + i);
    }
  }

  @Test
  void fromManyAddressesThereAreTwentyAndOneFromEachThatIsNew() {
    thereAreTwentyWrongOnes();
    for (int i = 100; i < 110; i++) {
      assertThat(guesses.take("198.51.100." + i)).isTrue();
      assertThat(guesses.take("198.51.100." + i)).isFalse();
    }
  }

  @Test
  void nobodyElseIsKeptOutByThem() {
    thereAreTwentyWrongOnes();
    assertThat(guesses.take(ADMIN)).isTrue();
  }

  @Test
  void whoMistypesMeanwhileIsBackInAMinute() {
    thereAreTwentyWrongOnes();
    assertThat(guesses.take(ADMIN)).isTrue();
    assertThat(guesses.take(ADMIN)).isFalse();
    for (int second = 0; second < 60; second++) {
      passes(Duration.ofSeconds(1));
      guesses.take("198.51.100.0");
      guesses.take("198.51.100.1");
    }
    assertThat(guesses.take(ADMIN)).isTrue();
  }
}
