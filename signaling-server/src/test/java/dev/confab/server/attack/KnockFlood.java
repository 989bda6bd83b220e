package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

final class KnockFlood implements Attack {
  private static final int KNOCKERS = 40;

  @Override
  public String what() {
    return "forty knock at a door again and again; 32 wait, and nobody comes in";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Fortress server = siege.server();
    AtomicInteger turnedAway = new AtomicInteger();
    try (Foe owner = Foe.member(server, siege.address(0), "Owner", "door")) {
      owner.say("set-room", ",\"door\":\"knock\"");
      owner.answer();
      Siege.together(
          KNOCKERS + 1,
          i -> {
            if (i < KNOCKERS) {
              knock(siege, i, turnedAway);
            } else {
              listen(siege, owner);
            }
          });
      assertThat(turnedAway.get()).isPositive();
    }
  }

  /// Who leaves the door is heard too, so there is something to hear at the end.
  private static void listen(Siege siege, Foe owner) throws IOException {
    for (int heard = 0; siege.goesOn(); heard++) {
      owner.socket().awaitText("\"type\":\"knock");
      if (heard % 20 == 0) {
        owner.say("count-rooms", ",\"rooms\":[]"); // a sign of life, also where all is slow
      }
    }
  }

  private void knock(Siege siege, int i, AtomicInteger turnedAway) throws Exception {
    Fortress server = siege.server();
    try (Foe foe = Foe.guest(server, siege.address(1 + i % 4), "Knocker " + i)) {
      while (siege.goesOn()) {
        foe.join("door", "");
        String answer = foe.answer();
        assertThat(answer).containsAnyOf("\"waiting\"", "room-full");
        turnedAway.addAndGet(answer.contains("room-full") ? 1 : 0);
        Thread.sleep(500);
        foe.say("leave", "");
        foe.answer();
        Thread.sleep(100);
      }
    }
  }
}
