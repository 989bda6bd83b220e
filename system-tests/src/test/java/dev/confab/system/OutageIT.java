package dev.confab.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.system.NetLab.Client;
import dev.confab.system.NetLab.Nat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
    ben.tell("chat can you read me?");
    ben.tell("chat I do not see you");
    lab.bringUp(Client.A);
    bothSeeTheOther();
    anna.await("what was written meanwhile", now -> now.text("chat").equals("I do not see you"));
    assertThat(anna.figures().number("chatReceived")).isEqualTo(2);
    ben.awaitConnected();
    anna.await("the server is there", now -> now.text("server").equals("UP"));
  }

  @Test
  void anotherAddressInTheCallBringsThePictureBackInThreeSeconds() throws Exception {
    AtomicInteger address = new AtomicInteger(7);
    TimeLimit.requireWithin(
        Duration.ofSeconds(3),
        () -> {
          lab.move(Client.A, address.getAndIncrement());
          long start = System.nanoTime();
          bothSeeTheOther();
          return Duration.ofNanos(System.nanoTime() - start);
        });
  }

  @Test
  void aPathThatDiesInOneDirectionIsSaidToBeBrokenAtBothEndsUntilItIsBack() throws Exception {
    lab.line(Client.A, "delay=10", "udp-out-loss=100");
    anna.await("she says so", now -> now.peer().text("link").equals("INTERRUPTED"));
    ben.await("he says so", now -> now.peer().text("link").equals("INTERRUPTED"));
    assertThat(anna.figures().text("server")).isEqualTo("UP");
    lab.line(Client.A, "delay=10");
    bothSeeTheOther();
    anna.awaitConnected();
    ben.awaitConnected();
  }

  @Test
  void aServerThatIsKilledAndStartedAgainIsFoundInThreeSecondsAndNoFrameIsLost() throws Exception {
    anna.remember();
    ben.remember();
    TimeLimit.requireWithin(Duration.ofSeconds(3), this::killServerAndStartItAgain);
    bothSeeTheOther();
    anna.requireUndisturbed("Ben");
    ben.requireUndisturbed("Anna");
  }

  /// Answers how long it takes from when it listens again until both are in the room.
  private Duration killServerAndStartItAgain() throws Exception {
    server.kill();
    anna.await("it is missed", now -> now.text("server").equals("RECONNECTING"));
    ben.await("it is missed", now -> now.text("server").equals("RECONNECTING"));
    lasts(ben, Duration.ofSeconds(5));
    startServer();
    long listening = System.nanoTime();
    anna.await("in the room again", now -> now.text("server").equals("UP"));
    ben.await("in the room again", now -> now.text("server").equals("UP"));
    return Duration.ofNanos(System.nanoTime() - listening);
  }
}
