package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.server.RawClient;

final class HalfOpenSockets implements Attack {
  @Override
  public String what() {
    return "sockets connect and say nothing, before the handshake or after it, and are closed";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Siege.together(40, i -> stayDumb(siege, i));
  }

  private void stayDumb(Siege siege, int i) throws Exception {
    if (i % 2 == 0) {
      try (RawClient dumb = new RawClient(siege.server().connect(siege.address(i % 4)))) {
        dumb.awaitEnd();
      }
    } else {
      try (Foe dumb = Foe.connect(siege.server(), siege.address(i % 4))) {
        assertThat(dumb.end()).isEqualTo(CloseCode.NO_HELLO.number());
      }
    }
  }
}
