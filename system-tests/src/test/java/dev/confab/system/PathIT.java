package dev.confab.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.system.NetLab.Client;
import dev.confab.system.NetLab.Nat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By which path two people behind routers come to each other: direct where the routers let them,
/// through a relay where not, or where one of them wishes so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathIT {
  private static final String TURN = "turn:" + NetLab.SERVER_ADDRESS + ":3478";
  private static final String TURNS = "turns:" + NetLab.SERVER_ADDRESS + ":5349";
  private static final List<String> PICTURE = List.of("pattern", "none", "none", "draw=180");
  private static final List<String> HIDDEN =
      List.of("pattern", "none", "none", "draw=180", "relay-only");

  /// Two seconds: a candidate that a check of the other's was faster than is here by then, and the
  /// path, which is looked at once a second, is no longer told of as peer-reflexive.
  private static final int LATER = 60;

  private Path folder;
  private NetLab cones;
  private NetLab symmetric;
  private NetLab noUdp;

  @BeforeAll
  void labs(@TempDir Path temporary) throws Exception {
    folder = temporary;
    NetLab.assumePossible();
    cones = NetLab.open(folder("cones"), Nat.CONE, Nat.CONE);
    symmetric = NetLab.open(folder("symmetric"), Nat.SYMMETRIC, Nat.SYMMETRIC);
    noUdp = NetLab.open(folder("no-udp"), Nat.UDPBLOCK, Nat.CONE);
  }

  private Path folder(String name) throws Exception {
    return Files.createDirectory(folder.resolve(name));
  }

  @AfterAll
  void end() throws Exception {
    for (NetLab lab : new NetLab[] {cones, symmetric, noUdp}) {
      if (lab != null) {
        lab.close();
      }
    }
  }

  /// The paths that each of them says they are connected by, once pictures have come both ways.
  private List<String> paths(NetLab lab, List<String> relays, List<String> annas) throws Exception {
    List<String> options = new ArrayList<>(List.of("--bind", NetLab.SERVER_ADDRESS));
    options.addAll(lab.iceOptions(relays.toArray(String[]::new)));
    try (ServerProcess server =
            ServerProcess.start(lab.onServer(), folder.resolve("server.log"), options);
        Caller anna = Caller.start(lab.at(Client.A), server.address(), "r", "Anna", annas);
        Caller ben = Caller.start(lab.at(Client.B), server.address(), "r", "Ben", PICTURE)) {
      anna.awaitFrames("Ben", LATER);
      ben.awaitFrames("Anna", LATER);
      return List.of(path(anna), path(ben));
    }
  }

  private static String path(Caller caller) throws Exception {
    return caller.await("a path", now -> !now.peer().text("path").isEmpty()).peer().text("path");
  }

  @Test
  void behindConesTheyConnectDirectlyByTheHelpOfStun() throws Exception {
    assertThat(paths(cones, List.of(TURN), PICTURE))
        .allSatisfy(path -> assertThat(path).matches("(host|srflx|prflx)-(srflx|prflx)/udp"));
  }

  @ParameterizedTest
  @CsvSource({"'', udp", "?transport=tcp, tcp"})
  void behindSymmetricRoutersARelayCarriesIt(String transport, String how) throws Exception {
    assertRelayed(paths(symmetric, List.of(TURN + transport), PICTURE), how);
  }

  @Test
  void aRelayIsReachedOverTlsToo() throws Exception {
    assertRelayed(paths(symmetric, List.of(TURNS), PICTURE), "tls");
  }

  /// The relay is that of one of them, or of both.
  private static void assertRelayed(List<String> paths, String how) {
    assertThat(paths)
        .allSatisfy(path -> assertThat(path).contains("relay"))
        .anySatisfy(path -> assertThat(path).startsWith("relay(" + how + ")-"));
  }

  @Test
  void whereNoUdpLeavesARelayOverTcpStillDoes() throws Exception {
    assertThat(paths(noUdp, List.of(TURN, TURN + "?transport=tcp"), PICTURE).getFirst())
        .startsWith("relay(tcp)-");
  }

  @Test
  void whoHidesTheirAddressIsRelayedThoughADirectPathWouldDo() throws Exception {
    List<String> paths = paths(cones, List.of(TURN), HIDDEN);
    assertThat(paths.getFirst()).startsWith("relay(udp)-");
    assertThat(paths.getLast()).matches("(host|srflx|prflx)-relay/udp");
  }
}
