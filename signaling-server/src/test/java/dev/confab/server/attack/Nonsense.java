package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import java.util.List;

final class Nonsense implements Attack {
  private static final int BINARY = 2;

  @Override
  public String what() {
    return "messages that cannot be understood, deep nests and binary frames are refused, and the socket closed";
  }

  @Override
  public void run(Siege siege) throws Exception {
    while (siege.goesOn()) {
      for (String text :
          List.of("?", "[".repeat(60_000), "{\"type\":\"join\",\"id\":1e400000000}")) {
        try (Foe foe = Foe.guest(siege.server(), siege.address(0), "Nonsense")) {
          foe.flood(Foe.text(text), 20);
          assertThat(foe.end()).isEqualTo(CloseCode.TOO_MANY_ERRORS.number());
        }
        Thread.sleep(500);
      }
      try (Foe foe = Foe.guest(siege.server(), siege.address(0), "Nonsense")) {
        foe.socket().frame(BINARY, true, new byte[100]);
        assertThat(foe.end()).isEqualTo(CloseCode.NOT_TEXT.number());
      }
    }
  }
}
