package dev.confab.installer.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process and all that it has started, as Linux counts them (proc(5)).
record ProcessTree(ProcessHandle root) {
  /// `sysconf(_SC_CLK_TCK)` is 100 on every Linux that Java runs on.
  private static final long MILLIS_A_TICK = 10;

  private static final long PATIENCE_MILLIS = 10_000;

  /// User and system time of all, with that of those which have ended and were waited for.
  long cpuMillis() {
    return all().mapToLong(it -> cpuMillis(read(it, "stat"))).sum();
  }

  /// What they hold together: a page that is shared is counted once, also if with others.
  long proportionalKib() {
    return all().mapToLong(it -> proportionalKib(read(it, "smaps_rollup"))).sum();
  }

  /// Ends them: with a request to the first, which tells the others, and by force after a while.
  void end() throws InterruptedException {
    List<ProcessHandle> all = all().toList();
    root.destroy();
    long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (all.stream().anyMatch(ProcessHandle::isAlive)) {
      if (System.nanoTime() > limit) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private Stream<ProcessHandle> all() {
    return Stream.concat(Stream.of(root), root.descendants());
  }

  /// Fields 14 to 17, utime, stime, cutime and cstime; the name before them may hold anything.
  static long cpuMillis(String stat) {
    if (stat.isEmpty()) {
      return 0;
    }
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int field = 11; field <= 14; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks * MILLIS_A_TICK;
  }

  static long proportionalKib(String smaps) {
    return smaps
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /// Empty of a process that has ended between the listing and now: its parent has its time.
  private static String read(ProcessHandle process, String file) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
    } catch (IOException ended) {
      return "";
    }
  }
}
