package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.server.RawClient;

final class EndlessFragments implements Attack {
  @Override
  public String what() {
    return "messages in fragments that never end are closed with 1009";
  }

  @Override
  public void run(Siege siege) throws Exception {
    while (siege.goesOn()) {
      for (int bytes : new int[] {0, 1, 2000}) {
        try (Foe foe = Foe.guest(siege.server(), siege.address(0), "Fragments")) {
          foe.socket().frame(RawClient.TEXT, false, new byte[bytes]);
          foe.flood(fragment(bytes), 100);
          assertThat(foe.end()).isEqualTo(CloseCode.TOO_BIG.number());
        }
        Thread.sleep(500);
      }
    }
  }

  /// One that is not the last.
  private static byte[] fragment(int bytes) {
    byte[] frame = Foe.frame(RawClient.CONTINUATION, new byte[bytes]);
    frame[0] = 0;
    return frame;
  }
}
