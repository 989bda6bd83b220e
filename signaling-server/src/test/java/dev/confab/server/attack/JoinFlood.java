package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

final class JoinFlood implements Attack {
  @Override
  public String what() {
    return "a session joins and leaves as fast as it can; most of it is refused";
  }

  @Override
  public void run(Siege siege) throws Exception {
    long began = System.nanoTime();
    try (Foe foe = Foe.guest(siege.server(), siege.address(0), "Joins")) {
      int joined = 0;
      for (int i = 0; siege.goesOn(); i++) {
        foe.join("joins-" + i, "");
        if (foe.answer().contains("\"joined\"")) {
          joined++;
          foe.say("leave", "");
          foe.answer();
        }
        Thread.sleep(20);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      assertThat((double) joined).isLessThanOrEqualTo(10 + 2 * seconds);
    }
  }
}
