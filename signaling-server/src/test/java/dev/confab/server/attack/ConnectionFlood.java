package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

final class ConnectionFlood implements Attack {
  @Override
  public String what() {
    return "one address opens connections far beyond its limits; those beyond get no session";
  }

  @Override
  public void run(Siege siege) throws Exception {
    // before the first of them are cut off for their silence, and make room for others
    long end = System.nanoTime() + 12_000_000_000L;
    List<Foe> open = new ArrayList<>();
    int welcomed = 0;
    try {
      for (int i = 0; i < 180 && System.nanoTime() < end; i++) {
        try {
          Foe foe = Foe.connect(siege.server(), siege.address(0));
          open.add(foe);
          welcomed += foe.hello("Crowd").contains("welcome") ? 1 : 0;
        } catch (IOException refused) {
          // 4007, or not even that
        }
        Thread.sleep(20);
      }
    } finally {
      for (Foe each : open) {
        each.close();
      }
    }
    assertThat(welcomed).isBetween(1, 100);
  }
}
