package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.Random;

final class ReplayedTokens implements Attack {
  @Override
  public String what() {
    return "tokens that were used before, and guessed ones, take up no session";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Fortress server = siege.server();
    Random random = new Random(5);
    for (int round = 0; siege.goesOn(); round++) {
      String used;
      String good;
      try (Foe first = Foe.connect(server, siege.address(0));
          Foe second = Foe.connect(server, siege.address(0))) {
        used = Foe.field(first.hello("Victim"), "resumeToken");
        String welcome = second.resume(used, 1);
        assertThat(welcome).contains("\"resumed\":true");
        good = Foe.field(welcome, "resumeToken");
        second.goOnAfter(1);
        second.join("tokens-" + round, "");
        second.answer();
        assertRefused(siege, used);
        for (int i = 0; i < 3; i++) {
          assertRefused(siege, guess(random));
        }
        second.say("update", ",\"media\":{\"microphone\":false,\"camera\":false}");
        assertThat(second.answer()).as("nothing happened to the one in use").contains("\"done\"");
      }
      try (Foe back = Foe.connect(server, siege.address(0))) {
        assertThat(back.resume(good, 1))
            .as("and it can still come back")
            .contains("\"resumed\":true");
      }
      Thread.sleep(1500);
    }
  }

  private static void assertRefused(Siege siege, String token) throws IOException {
    try (Foe eve = Foe.connect(siege.server(), siege.address(1))) {
      assertThat(eve.resume(token, 1)).contains("\"resumed\":false");
    }
  }

  private static String guess(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
