package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.server.RawClient;

final class HugeFrames implements Attack {
  private static final int TOO_BIG = CloseCode.TOO_BIG.number();

  /// RFC 6455, section 5.2: the first bit of a length is 0.
  private static final int PROTOCOL_ERROR = 1002;

  @Override
  public String what() {
    return "frames claim to be far longer than a message may be, and are closed before they are here";
  }

  @Override
  public void run(Siege siege) throws Exception {
    while (siege.goesOn()) {
      for (long length :
          new long[] {65_537, 10_000_000, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE}) {
        try (Foe foe = Foe.guest(siege.server(), siege.address(0), "Huge")) {
          foe.socket().write(RawClient.header(RawClient.TEXT, true, length));
          foe.flood(new byte[16_384], 20);
          assertThat(foe.end()).as("%d bytes", length).isIn(TOO_BIG, PROTOCOL_ERROR);
        }
        Thread.sleep(500);
      }
    }
  }
}
