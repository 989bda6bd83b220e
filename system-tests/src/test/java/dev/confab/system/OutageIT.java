package dev.confab.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.system.NetLab.Client;
import dev.confab.system.NetLab.Nat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A call whose network, or server, goes away under it and comes back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageIT {
  private static final List<String> SMALL_PICTURE = List.of("pattern", "none", "none", "draw=180");

  private Path folder;
  private NetLab lab;
  private ServerProcess server;
  private Caller anna;
  private Caller ben;

  @BeforeAll
  void place(@TempDir Path temporary) throws Exception {
    folder = temporary;
    NetLab.assumePossible();
    lab = NetLab.open(folder, Nat.CONE, Nat.CONE);
    startServer();
  }

  private void startServer() throws Exception {
    List<String> options = new ArrayList<>(List.of("--bind", NetLab.SERVER_ADDRESS));
    options.addAll(lab.iceOptions());
    server = ServerProcess.start(lab.onServer(), folder.resolve("server.log"), options);
  }

  @AfterAll
  void end() throws Exception {
    for (AutoCloseable each : new AutoCloseable[] {server, lab}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @BeforeEach
  void call() throws Exception {
    lab.line(Client.A, "delay=10");
    anna = Caller.start(lab.at(Client.A), server.address(), "r", "Anna", SMALL_PICTURE);
    ben = Caller.start(lab.at(Client.B), server.address(), "r", "Ben", SMALL_PICTURE);
    bothSeeTheOther();
  }

  private void bothSeeTheOther() throws Exception {
    anna.awaitFrames("Ben", 20);
    ben.awaitFrames("Anna", 20);
  }

  @AfterEach
  void hangUp() throws Exception {
    for (AutoCloseable each : new AutoCloseable[] {anna, ben}) {
      if (each != null) {
        each.close();
      }
    }
  }

  private static void lasts(Caller caller, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    caller.await(time + " are over", _ -> System.nanoTime() > end);
  }

  @Test
  void anInterfaceThatIsDownForTenSecondsBringsThePictureBackWithIt() throws Exception {
    lab.takeDown(Client.A);
    lasts(ben, Duration.ofSeconds(10));
    assertThat(ben.figures().peer().text("link")).isEqualTo("INTERRUPTED");
    lab.bringUp(Client.A);
    bothSeeTheOther();
    ben.awaitConnected();
    anna.await("the server is there", now -> now.text("server").equals("UP"));
  }

  @Test
  void anotherAddressInTheCallBringsThePictureBackInThreeSeconds() throws Exception {
    lab.move(Client.A, 7);
    long start = System.nanoTime();
    bothSeeTheOther();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void aServerThatIsKilledAndStartedAgainIsFoundInThreeSecondsAndNoFrameIsLost() throws Exception {
    anna.remember();
    ben.remember();
    server.kill();
    anna.await("it is missed", now -> now.text("server").equals("RECONNECTING"));
    ben.await("it is missed", now -> now.text("server").equals("RECONNECTING"));
    lasts(ben, Duration.ofSeconds(5));
    startServer();
    long listening = System.nanoTime();
    anna.await("in the room again", now -> now.text("server").equals("UP"));
    ben.await("in the room again", now -> now.text("server").equals("UP"));
    assertThat(Duration.ofNanos(System.nanoTime() - listening)).isLessThan(Duration.ofSeconds(3));
    bothSeeTheOther();
    anna.requireUndisturbed("Ben");
    ben.requireUndisturbed("Anna");
  }
}
