package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.util.concurrent.atomic.AtomicInteger;

final class PasswordWork implements Attack {
  private static final int SESSIONS = 70;
  private static final int ROUNDS = 2;

  @Override
  public String what() {
    return "70 sessions want rooms with new passwords, each of which is costly to look at; most of it waits in a short line or is refused";
  }

  @Override
  public void run(Siege siege) throws Exception {
    AtomicInteger made = new AtomicInteger();
    Siege.together(SESSIONS, i -> make(siege, i, made));
    assertThat(made.get()).as("rooms with a password").isLessThan(SESSIONS * ROUNDS);
  }

  private void make(Siege siege, int i, AtomicInteger made) throws Exception {
    Thread.sleep(10L * i);
    try (Foe foe = Foe.guest(siege.server(), siege.address(i % 7), "Worker")) {
      for (int round = 0; siege.goesOn() && round < ROUNDS; round++) {
        foe.join("work-%d-%d".formatted(i, round), ",\"password\":\"any\"");
        String answer = foe.answer();
        assertThat(answer).containsAnyOf("\"joined\"", "too-fast");
        if (answer.contains("\"joined\"")) {
          made.incrementAndGet();
          foe.say("leave", "");
          foe.answer();
        }
        Thread.sleep(5000);
      }
    } catch (EOFException cut) {
      // it stood in the line for so long, and in silence, that it was taken to be gone
    }
  }
}
