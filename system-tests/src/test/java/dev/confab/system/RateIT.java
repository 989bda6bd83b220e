package dev.confab.system;

import dev.confab.system.NetLab.Client;
import dev.confab.system.NetLab.Nat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A line that becomes narrow during the call, and wide again.
class RateIT {
  private static final Duration SQUEEZED = Duration.ofSeconds(15);
  private static final int WIDE_FRAMES = 20;

  @TempDir private Path folder;

  @BeforeEach
  void possible() {
    NetLab.assumePossible();
  }

  @Test
  void afterTwoHundredKilobitsTheFullPictureIsBackInTwentySeconds() throws Exception {
    try (NetLab lab = NetLab.open(folder, Nat.CONE, Nat.CONE)) {
      List<String> options = new ArrayList<>(List.of("--bind", NetLab.SERVER_ADDRESS));
      options.addAll(lab.iceOptions());
      List<String> sends = List.of("pattern", "tone", "none", "draw=720");
      List<String> looks = List.of("none", "none", "none", "draw=720");
      try (ServerProcess server =
              ServerProcess.start(lab.onServer(), folder.resolve("server.log"), options);
          Caller anna = Caller.start(lab.at(Client.A), server.address(), "r", "Anna", sends);
          Caller ben = Caller.start(lab.at(Client.B), server.address(), "r", "Ben", looks)) {
        lab.line(Client.A, "delay=10", "rate=5000");
        anna.awaitConnected();
        awaitFullPicture(ben);
        TimeLimit.requireWithin(Duration.ofSeconds(20), () -> narrowAndWide(lab, ben));
      }
    }
  }

  /// Answers how long it takes until the full picture is back.
  private static Duration narrowAndWide(NetLab lab, Caller ben) throws Exception {
    lab.line(Client.A, "delay=10", "rate=200");
    ben.await("the line is too narrow", now -> now.peer().number("height") < 720);
    long end = System.nanoTime() + SQUEEZED.toNanos();
    ben.awaitFrames("Anna", 5);
    ben.await(SQUEEZED + " are over", _ -> System.nanoTime() > end);
    lab.line(Client.A, "delay=10", "rate=5000");
    long wide = System.nanoTime();
    ben.remember();
    awaitFullPicture(ben);
    Duration taken = Duration.ofNanos(System.nanoTime() - wide);
    System.out.printf(
        "back after %s; lines, once a second: %s%n", taken, heights(ben.remembered()));
    return taken;
  }

  private static List<Integer> heights(List<Figures> tenASecond) {
    return IntStream.range(0, tenASecond.size())
        .filter(i -> i % 10 == 0)
        .mapToObj(i -> (int) tenASecond.get(i).peer().number("height"))
        .toList();
  }

  /// 720 lines, and they move.
  private static void awaitFullPicture(Caller ben) throws Exception {
    while (true) {
      ben.await("720 lines", now -> now.peer().number("height") >= 720);
      double seen = ben.figures().peer().number("frames");
      long millis =
          ben.millisUntil(
              WIDE_FRAMES + " frames more",
              now -> now.peer().number("frames") >= seen + WIDE_FRAMES);
      if (millis < 1_500 && ben.figures().peer().number("height") >= 720) {
        return;
      }
    }
  }
}
