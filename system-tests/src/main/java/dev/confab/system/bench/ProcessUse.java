package dev.confab.system.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// What a process holds and has used, as Linux counts it (proc(5)): CPU time in ms by thread name,
/// resident and proportional memory in KiB.
public record ProcessUse(
    long cpuMillis,
    Map<String, Long> cpuMillisByThread,
    long residentKib,
    long proportionalKib,
    int threads,
    int files) {
  /// `sysconf(_SC_CLK_TCK)` is 100 on every Linux that Java runs on.
  private static final long MILLIS_A_TICK = 10;

  public static ProcessUse of(long pid) throws BenchmarkException {
    Path proc = Path.of("/proc", Long.toString(pid));
    try {
      Map<String, Long> byThread = new TreeMap<>();
      int threads = 0;
      try (DirectoryStream<Path> tasks = Files.newDirectoryStream(proc.resolve("task"))) {
        for (Path task : tasks) {
          threads++;
          addThread(task, byThread);
        }
      }
      String memory = read(proc.resolve("smaps_rollup"));
      int files = 0;
      try (DirectoryStream<Path> open = Files.newDirectoryStream(proc.resolve("fd"))) {
        for (Path _ : open) {
          files++;
        }
      }
      return new ProcessUse(
          cpuMillis(read(proc.resolve("stat"))),
          byThread,
          kib(memory, "Rss:"),
          kib(memory, "Pss:"),
          threads,
          files);
    } catch (IOException e) {
      throw new BenchmarkException("cannot read " + proc + "; this needs Linux", e);
    }
  }

  private static void addThread(Path task, Map<String, Long> byThread) throws IOException {
    try {
      String stat = read(task.resolve("stat"));
      String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      byThread.merge(name, cpuMillis(stat), Long::sum);
    } catch (NoSuchFileException e) {
      // it ended between the listing and now, and its time is in the process's
      return;
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /// Fields 14 and 15, utime and stime; the name before them may hold anything.
  private static long cpuMillis(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_A_TICK;
  }

  private static long kib(String smaps, String name) {
    return smaps
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /// The time that each thread used since `before`.
  Map<String, Long> threadsSince(ProcessUse before) {
    Map<String, Long> used = new TreeMap<>();
    cpuMillisByThread.forEach(
        (name, millis) -> used.put(name, millis - before.cpuMillisByThread.getOrDefault(name, 0L)));
    return used;
  }
}
