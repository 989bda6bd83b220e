package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

final class ThousandsOfRooms implements Attack {
  private static final int SESSIONS = 200;
  private static final int ROUNDS = 50;

  @Override
  public String what() {
    return "200 sessions go through 10,000 names of rooms; no more rooms are kept than they are in";
  }

  @Override
  public void run(Siege siege) throws Exception {
    AtomicInteger joined = new AtomicInteger();
    Siege.together(SESSIONS, i -> wander(siege, i, joined));
    assertThat(siege.server().metric("confab_rooms")).as("rooms").isLessThan(SESSIONS / 2);
    assertThat(joined.get()).as("rooms that were there for a while").isGreaterThan(SESSIONS);
  }

  /// Asks for a room, for another one while it is there, and leaves, twice a second.
  private void wander(Siege siege, int i, AtomicInteger joined) throws Exception {
    Thread.sleep(10L * i);
    try (Foe foe = Foe.guest(siege.server(), siege.address(i % 10), "Wanderer")) {
      for (int round = 0; siege.goesOn() && round < ROUNDS; round++) {
        foe.join("room-%d-%d".formatted(i, round), "");
        boolean in = foe.answer().contains("\"joined\"");
        if (in) {
          joined.incrementAndGet();
          foe.join("another-%d-%d".formatted(i, round), "");
          assertThat(foe.answer()).containsAnyOf("already-joined", "too-fast");
          foe.say("leave", "");
          foe.answer();
        }
        Thread.sleep(500);
      }
    }
  }
}
