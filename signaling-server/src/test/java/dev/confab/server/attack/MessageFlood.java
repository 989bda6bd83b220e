package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import java.io.IOException;

final class MessageFlood implements Attack {
  @Override
  public String what() {
    return "members say far more than they may, and are closed with 4003 each time";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Siege.together(
        2,
        i -> {
          while (siege.goesOn()) {
            flood(siege, i);
            Thread.sleep(1500);
          }
        });
  }

  private void flood(Siege siege, int i) throws IOException {
    try (Foe foe = Foe.member(siege.server(), siege.address(i), "Flood", "flood-" + i)) {
      byte[] count = Foe.text(foe.message("count-rooms", ",\"rooms\":[\"flood-" + i + "\"]"));
      foe.flood(count, 600);
      assertThat(foe.end()).isEqualTo(CloseCode.TOO_FAST.number());
    }
  }
}
