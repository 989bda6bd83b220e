package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/// A room with a password, and someone who knows it and comes by now and then, as others guess.
final class Vault implements AutoCloseable {
  static final String ROOM = "vault";

  private static final String PASSWORD = ",\"password\":\"the right one\"";

  private final Fortress server;
  private final Foe owner;
  private int tries;
  private double worstSeconds;

  Vault(Fortress server) throws IOException {
    this.server = server;
    owner = Foe.guest(server, Pair.ADDRESS, "Owner");
    owner.join(ROOM, PASSWORD);
    assertThat(owner.answer()).contains("\"joined\"");
  }

  /// Every two seconds, for as long as the siege goes on. Where the server says that it has too
  /// much to do, the friend tries again.
  void visit(Siege siege) throws Exception {
    while (siege.goesOn()) {
      owner.say("count-rooms", ",\"rooms\":[]"); // a sign of life
      long began = System.nanoTime();
      comeIn();
      worstSeconds = Math.max(worstSeconds, (System.nanoTime() - began) / 1e9);
      Thread.sleep(2000);
    }
  }

  private void comeIn() throws Exception {
    try (Foe friend = Foe.guest(server, Pair.ADDRESS, "Friend " + tries)) {
      String answer = "";
      while (!answer.contains("\"joined\"")) {
        tries++;
        friend.join(ROOM, PASSWORD);
        answer = friend.answer();
        assertThat(answer).containsAnyOf("\"joined\"", "too-fast");
        Thread.sleep(500);
      }
      friend.say("leave", "");
      friend.answer();
    }
  }

  String report() {
    return "%d tries, at worst %.1f s".formatted(tries, worstSeconds);
  }

  @Override
  public void close() throws IOException {
    owner.close();
  }
}
