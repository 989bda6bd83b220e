package dev.confab.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.system.NetLab.Client;
import dev.confab.system.NetLab.Nat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A call over bad lines: Anna sends a picture and a tone, and Ben, who sits at a desk, looks and
/// listens.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LossIT {
  private static final double TONE_HERTZ = 440;

  /// Of a tenth of a second each.
  private static final int WINDOWS = 200;

  private NetLab lab;
  private ServerProcess server;
  private Desk desk;
  private Caller anna;
  private Caller ben;

  @BeforeAll
  void call(@TempDir Path folder) throws Exception {
    NetLab.assumePossible();
    Desk.assumePossible();
    lab = NetLab.open(folder, Nat.CONE, Nat.CONE);
    List<String> options = new ArrayList<>(List.of("--bind", NetLab.SERVER_ADDRESS));
    options.addAll(lab.iceOptions());
    server = ServerProcess.start(lab.onServer(), folder.resolve("server.log"), options);
    desk =
        new Desk(
            Files.createDirectory(folder.resolve("desk")),
            List.of("--no-screen", "--cameras", "0"));
    anna =
        Caller.start(
            lab.at(Client.A),
            server.address(),
            "r",
            "Anna",
            List.of("pattern", "tone", "none", "draw=180"));
    List<String> atADesk = new ArrayList<>(lab.at(Client.B));
    atADesk.addAll(desk.command());
    ben =
        Caller.start(
            atADesk, server.address(), "r", "Ben", List.of("none", "none", "any", "draw=360"));
    ben.awaitFrames("Anna", 30);
  }

  @AfterAll
  void end() throws Exception {
    for (AutoCloseable each : new AutoCloseable[] {anna, ben, server, lab}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @AfterEach
  void aGoodLineAgain() throws Exception {
    lab.line(Client.A);
    lab.line(Client.B);
  }

  /// At Anna's; what both of their lines lose would add up.
  private void lose(int percent) throws Exception {
    lab.line(Client.A, "delay=25", "loss=" + percent);
    lab.line(Client.B, "delay=25");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 10, 20})
  void framesKeepComing(int percent) throws Exception {
    double lost = ben.figures().peer().number("lost");
    lose(percent);
    for (int second = 0; second < 5; second++) {
      long millis = ben.millisUntil("ten frames more", more(10));
      assertThat(millis).as("ms for ten frames at %d %%", percent).isLessThan(3_000);
    }
    assertThat(ben.figures().peer().text("link")).isEqualTo("CONNECTED");
    ben.await("it is a bad line", now -> now.peer().number("lost") > lost);
  }

  private Predicate<Figures> more(long frames) {
    double seen = ben.figures().peer().number("frames");
    return now -> now.peer().number("frames") >= seen + frames;
  }

  @Test
  void atTenPercentTheToneIsHeardNearlyAlways() throws Exception {
    lose(10);
    ben.awaitFrames("Anna", 10);
    try (Ear ear = Ear.on(desk, "speaker.monitor")) {
      ear.awaitTone(TONE_HERTZ);
      assertThat(ear.shareWith(TONE_HERTZ, WINDOWS)).isGreaterThanOrEqualTo(0.95);
    }
  }
}
