package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.RawClient;
import java.net.SocketException;

final class SlowTls implements Attack {
  @Override
  public String what() {
    return "handshakes of TLS come byte by byte, or stop in the middle, and are cut off";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Siege.together(20, i -> trickle(siege, i));
  }

  /// The head of a record of 256 bytes, which holds the beginning of a ClientHello (RFC 8446,
  /// section 5.1); every other one says no more than that.
  private void trickle(Siege siege, int i) throws Exception {
    byte[] beginning = {0x16, 3, 1, 1, 0, 1, 0, 0, (byte) 252, 3, 3};
    try (RawClient slow = new RawClient(siege.server().connect(siege.address(i % 4)))) {
      for (int at = 0; siege.goesOn(); at++) {
        if (at < beginning.length) {
          slow.write(new byte[] {beginning[at]});
        } else if (i % 2 == 0) {
          slow.write(new byte[1]);
        }
        Thread.sleep(400);
      }
      slow.awaitEnd();
    } catch (SocketException cut) {
      assertThat(siege.goesOn()).as("it was cut off before the end of the siege").isTrue();
    }
  }
}
