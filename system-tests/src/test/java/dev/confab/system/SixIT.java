package dev.confab.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.ServerConfig;
import dev.confab.server.SignalingServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Six members, each a program of its own. Three of them send pictures, which is what two cores can
/// do; all of them are connected to all.
class SixIT {
  private static final List<String> NAMES = List.of("Anna", "Ben", "Cleo", "Dan", "Eva", "Finn");
  private static final List<String> SENDERS = List.of("Anna", "Ben", "Finn");

  private final List<Caller> members = new ArrayList<>();
  private SignalingServer server;

  @BeforeEach
  void everyoneIsConnectedToEveryone() throws Exception {
    Desk.assumePossible();
    server = SignalingServer.start(ServerConfig.defaults().withAddress("127.0.0.1", 0));
    for (String name : NAMES) {
      String camera = SENDERS.contains(name) ? "pattern" : "none";
      List<String> devices = List.of(camera, "none", "none", "draw=90");
      members.add(Caller.start(List.of(), server.address(), "r", name, devices));
    }
    for (Caller member : members) {
      member.awaitConnected(5);
    }
  }

  @AfterEach
  void end() throws Exception {
    for (Caller member : members) {
      member.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void oneWhoIsKilledIsGoneInTwentySecondsAndTheOthersAreNotDisturbed() throws Exception {
    Caller finn = members.removeLast();
    Caller anna = members.getFirst();
    anna.awaitFrames("Ben", 20);
    anna.awaitFrames("Finn", 20);
    members.forEach(Caller::remember);
    finn.engine().destroyForcibly();
    long killed = System.nanoTime();
    for (Caller member : members) {
      member.await("he is gone", now -> now.peers().size() == 4);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(20));
    finn.close();
    for (Caller member : members) {
      assertThat(member.remembered())
          .allSatisfy(
              now ->
                  assertThat(now.peers())
                      .filteredOn(peer -> !peer.text("name").equals("Finn"))
                      .hasSize(4)
                      .allMatch(peer -> peer.text("link").equals("CONNECTED")));
    }
    members.subList(1, 5).forEach(member -> member.requireUndisturbed("Anna"));
    anna.requireUndisturbed("Ben");
  }
}
