package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.server.RawClient;

final class SlowReaders implements Attack {
  private static final int COUNT = 8;

  /// More than the kernel keeps, and less than a client may say at once.
  private static final int MESSAGES = 20;

  private static final String PAYLOAD = "x".repeat(40_000);

  @Override
  public String what() {
    return "members who read nothing are sent much, and are cut off for it";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Siege.together(COUNT, i -> readNothing(siege, i));
  }

  private void readNothing(Siege siege, int i) throws Exception {
    Fortress server = siege.server();
    String room = "slow-" + i;
    try (Foe slow = Foe.member(server, siege.address(i), "Slow", room);
        Foe friend = Foe.guest(server, siege.address(COUNT), "Friend")) {
      friend.join(room, "");
      String to = Foe.field(friend.answer().replaceFirst(".*\"members\":", ""), "peer");
      for (int sent = 0; sent < MESSAGES; sent++) {
        friend.signal(to, PAYLOAD);
        Thread.sleep(20);
      }
      boolean open = true;
      for (int seconds = 0; open && seconds < 30; seconds++) {
        Thread.sleep(1000);
        open = slow.flood(Foe.frame(RawClient.PING, new byte[0]), 1); // it is there, and not silent
      }
      assertThat(open).as("it is still open").isFalse();
      assertThat(slow.end()).isIn(CloseCode.TOO_SLOW.number(), Foe.CUT);
    }
  }
}
