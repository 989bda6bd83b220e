package dev.confab.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessesTest {
  private long now = Long.MAX_VALUE - 5; // such a clock may begin anywhere, and pass over the end
  private final Guesses guesses = new Guesses(() -> now);

  private void passes(Duration time) {
    now += time.toNanos();
  }

  @Test
  void fiveMayBeWrongAtOnce() {
    for (int i = 0; i < 5; i++) {
      assertThat(guesses.mayTry()).isTrue();
      guesses.wrong();
    }
    assertThat(guesses.mayTry()).isFalse();
  }

  @Test
  void thenThereIsOneEveryTenSeconds() {
    for (int i = 0; i < 5; i++) {
      guesses.wrong();
    }
    passes(Duration.ofSeconds(10));
    assertThat(guesses.mayTry()).isTrue();
    guesses.wrong();
    assertThat(guesses.mayTry()).isFalse();
    passes(Duration.ofMillis(9_999));
    assertThat(guesses.mayTry()).isFalse();
    passes(Duration.ofMillis(1));
    assertThat(guesses.mayTry()).isTrue();
  }

  @Test
  void afterAWhileAllFiveAreThereAgainAndNoMore() {
    guesses.wrong();
    passes(Duration.ofHours(3));
    for (int i = 0; i < 5; i++) {
      assertThat(guesses.mayTry()).isTrue();
      guesses.wrong();
    }
    assertThat(guesses.mayTry()).isFalse();
  }
}
