package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

final class Gossip implements Attack {
  private static final int MEMBERS = 6;

  @Override
  public String what() {
    return "six members of a room say something to all others as often as they may; only they hear it";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Siege.together(MEMBERS, i -> gossip(siege, i));
  }

  private void gossip(Siege siege, int i) throws Exception {
    try (Foe foe = Foe.member(siege.server(), siege.address(i), "Gossip " + i, "gossip")) {
      boolean on = true;
      while (siege.goesOn()) {
        on = !on;
        foe.say("update", ",\"media\":{\"microphone\":%s,\"camera\":false}".formatted(on));
        assertThat(foe.answer()).contains("\"done\"");
        Thread.sleep(40);
      }
    }
  }
}
