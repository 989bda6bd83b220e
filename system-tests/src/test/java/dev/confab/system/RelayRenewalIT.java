package dev.confab.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.system.NetLab.Client;
import dev.confab.system.NetLab.Nat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A call that lasts longer than the credentials of its relay.
class RelayRenewalIT {
  /// The least that the server allows.
  private static final Duration VALIDITY = Duration.ofSeconds(60);

  private static final List<String> RELAYED =
      List.of("pattern", "none", "none", "draw=180", "relay-only");

  @TempDir private Path folder;

  /// Anna's relay is lost with her address, and another is to be had with new credentials alone.
  /// Both are relayed, and so neither comes to the other without.
  @Test
  void anIceRestartAfterTheFirstCredentialsHaveEndedFindsARelayWithTheNewOnes() throws Exception {
    NetLab.assumePossible();
    try (NetLab lab = NetLab.open(folder, Nat.SYMMETRIC, Nat.SYMMETRIC);
        ServerProcess server =
            ServerProcess.start(lab.onServer(), folder.resolve("server.log"), options(lab));
        Caller anna = Caller.start(lab.at(Client.A), server.address(), "r", "Anna", RELAYED);
        Caller ben = Caller.start(lab.at(Client.B), server.address(), "r", "Ben", RELAYED)) {
      anna.awaitFrames("Ben", 10);
      ben.awaitFrames("Anna", 10);
      assertRelayed(anna, ben);
      Instant end = Instant.now().plus(VALIDITY).plusSeconds(1);
      while (Instant.now().isBefore(end)) {
        anna.awaitFrames("Ben", 10);
      }

      lab.move(Client.A, 7);
      anna.awaitFrames("Ben", 10);
      ben.awaitFrames("Anna", 10);
      assertRelayed(anna, ben);
      assertThat(Files.readString(folder.resolve("server.log"))).doesNotContain("for one test");
    }
  }

  private static List<String> options(NetLab lab) {
    List<String> options = new ArrayList<>(List.of("--bind", NetLab.SERVER_ADDRESS));
    options.addAll(lab.iceOptions("turn:" + NetLab.SERVER_ADDRESS + ":3478"));
    options.addAll(List.of("--turn-validity", Long.toString(VALIDITY.toSeconds())));
    return options;
  }

  private static void assertRelayed(Caller... callers) throws Exception {
    for (Caller caller : callers) {
      assertThat(caller.await("a path", now -> !now.peer().text("path").isEmpty()).peer())
          .extracting(peer -> peer.text("path"))
          .asString()
          .startsWith("relay(udp)-");
    }
  }
}
