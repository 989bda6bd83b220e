package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

final class ForgedSender implements Attack {
  @Override
  public String what() {
    return "signals say that they are of someone else, and go to rooms that one is not in; who gets them is told the truth";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Fortress server = siege.server();
    try (Foe victim = Foe.member(server, siege.address(0), "Victim", "forge");
        Foe eve = Foe.guest(server, siege.address(1), "Eve");
        Foe far = Foe.member(server, siege.address(2), "Far", "elsewhere")) {
      eve.join("forge", "");
      String joined = eve.answer();
      String self = Foe.field(joined, "self");
      String other = Foe.field(joined.replaceFirst(".*\"members\":", ""), "peer");
      for (int i = 0; siege.goesOn(); i++) {
        eve.say(
            "signal",
            ",\"from\":\"%s\",\"to\":\"%s\",\"payload\":\"%d\"".formatted(other, other, i));
        String heard = victim.await("signal");
        victim.say("count-rooms", ",\"rooms\":[]"); // a sign of life
        assertThat(Foe.field(heard, "from")).isEqualTo(self);
        assertThat(Foe.field(heard, "payload")).isEqualTo(String.valueOf(i));
        far.signal(other, "from outside");
        assertThat(far.answer()).contains("no-such-member");
        eve.say("signal", ",\"to\":\"%s\",\"to\":\"%s\",\"payload\":\"\"".formatted(self, other));
        assertThat(eve.answer()).containsAnyOf("bad-json", "bad-message");
        Thread.sleep(1000);
      }
    }
  }
}
