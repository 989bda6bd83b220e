package dev.confab.installer.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One start of a program, from the moment its process is made until its window is painted.
/// `cpuMillis`: what all its processes used until then. `proportionalKib`: what they hold when the
/// window has stood for a while. `watching`: the share of a core that looking took.
record Start(double millis, long cpuMillis, long proportionalKib, double watching) {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final long LOOK_EVERY_MILLIS = 4;

  /// What a program does after its window is there, such as loading WebRTC, is done by then.
  private static final long SETTLED_SECONDS = 3;

  /// Of one pixel in 64: what a button has, and no letter.
  private static final int ENOUGH = 40;

  static Start of(Contender contender, Desk desk) throws StartException, InterruptedException {
    requireEmpty(contender, desk);
    List<String> command = new ArrayList<>(desk.command());
    command.addAll(contender.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(contender.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(contender.log().toFile());
    builder.environment().clear();
    builder.environment().putAll(contender.environment());
    Stopwatch watch = new Stopwatch();
    try {
      Process process = builder.start();
      ProcessTree tree = new ProcessTree(process.toHandle());
      try {
        awaitWindow(contender, desk, process);
        double millis = watch.millis();
        double watching = watch.cpuShare();
        long cpu = tree.cpuMillis();
        TimeUnit.SECONDS.sleep(SETTLED_SECONDS);
        return new Start(millis, cpu, tree.proportionalKib(), watching);
      } finally {
        tree.end();
      }
    } catch (IOException e) {
      throw new StartException("cannot start " + contender.name() + ": " + e.getMessage(), e);
    }
  }

  private static void awaitWindow(Contender contender, Desk desk, Process process)
      throws StartException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (desk.picture().count(contender.colour()) < ENOUGH) {
      if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new StartException(contender.name() + " ended; see " + contender.log());
      }
      if (System.nanoTime() > end) {
        throw new StartException(contender.name() + " shows no window; see " + contender.log());
      }
    }
  }

  /// The window of the one before is gone.
  private static void requireEmpty(Contender contender, Desk desk)
      throws StartException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (desk.picture().count(contender.colour()) > 0) {
      if (System.nanoTime() > end) {
        throw new StartException("The colour of " + contender.name() + " stays on the screen.");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }
  }
}
