package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.RawClient;
import java.net.SocketException;

final class SlowRequests implements Attack {
  @Override
  public String what() {
    return "requests for a WebSocket come byte by byte, and are cut off";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Siege.together(20, i -> trickle(siege, i));
  }

  private void trickle(Siege siege, int i) throws Exception {
    byte[] request = RawClient.handshake("confab");
    try (RawClient slow = siege.server().client(siege.address(i % 4))) {
      for (int at = 0; siege.goesOn(); at++) {
        slow.write(new byte[] {request[at]});
        Thread.sleep(400);
      }
      slow.awaitEnd();
    } catch (SocketException cut) {
      assertThat(siege.goesOn()).as("it was cut off before the end of the siege").isTrue();
    }
  }
}
