package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.server.RawClient;

final class PingFlood implements Attack {
  @Override
  public String what() {
    return "pings without end, and pongs that nobody asked for, are closed with 4003";
  }

  @Override
  public void run(Siege siege) throws Exception {
    while (siege.goesOn()) {
      for (int opcode : new int[] {RawClient.PING, RawClient.PONG}) {
        try (Foe foe = Foe.guest(siege.server(), siege.address(0), "Ping")) {
          foe.flood(Foe.frame(opcode, new byte[100]), 1000);
          assertThat(foe.end()).isEqualTo(CloseCode.TOO_FAST.number());
        }
        Thread.sleep(1000);
      }
    }
  }
}
