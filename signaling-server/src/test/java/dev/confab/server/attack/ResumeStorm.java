package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

final class ResumeStorm implements Attack {
  private static final int SIGNALS = 20;
  private static final String PAYLOAD = "x".repeat(45_000);

  @Override
  public String what() {
    return "a session is taken up again and again, and wants to hear a megabyte each time; nobody else waits for it";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Fortress server = siege.server();
    try (Foe friend = Foe.guest(server, siege.address(1), "Friend")) {
      Foe foe = Foe.connect(server, siege.address(0));
      try {
        String welcome = foe.hello("Storm");
        foe.join("storm", "");
        foe.answer();
        friend.join("storm", "");
        String to = Foe.field(friend.answer().replaceFirst(".*\"members\":", ""), "peer");
        for (int i = 0; i < SIGNALS; i++) {
          friend.signal(to, PAYLOAD);
          foe.await("signal");
        }
        while (siege.goesOn()) {
          foe.close();
          foe = Foe.connect(server, siege.address(0));
          welcome = foe.resume(Foe.field(welcome, "resumeToken"), 3);
          assertThat(welcome).contains("\"resumed\":true");
          for (int i = 0; i < SIGNALS; i++) {
            foe.await("signal");
          }
          Thread.sleep(300);
        }
      } finally {
        foe.close();
      }
    }
  }
}
