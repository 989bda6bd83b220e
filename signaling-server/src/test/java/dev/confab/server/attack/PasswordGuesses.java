package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

final class PasswordGuesses implements Attack {
  private static final String WRONG = "wrong-password";
  private static final String REFUSED = "too-many-guesses";

  @Override
  public String what() {
    return "from three addresses a password is guessed, and many times at once; all is wrong, or not looked at";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Siege.together(3, i -> guess(siege, i));
  }

  private void guess(Siege siege, int i) throws Exception {
    AtomicInteger wrong = new AtomicInteger();
    Siege.together(
        4,
        session -> {
          try (Foe foe = Foe.guest(siege.server(), siege.address(i), "Guesser")) {
            for (int guess = 0; siege.goesOn(); guess++) {
              foe.join(Vault.ROOM, ",\"password\":\"guess %d %d\"".formatted(session, guess));
              String answer = foe.answer();
              assertThat(answer).containsAnyOf(WRONG, REFUSED, "too-fast");
              wrong.addAndGet(answer.contains(WRONG) ? 1 : 0);
              Thread.sleep(600);
            }
          }
        });
    assertThat(wrong.get()).as("guesses that were looked at").isLessThanOrEqualTo(11);
  }
}
