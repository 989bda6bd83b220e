package dev.confab.bench.server;

import dev.confab.system.bench.BenchmarkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What lives on the heap of another Java: asked by jcmd, whichever collector that has. Never of
/// this one: it stands still while its answer is written, and could not read it.
final class JavaHeap {
  /// The last line of a histogram: instances, bytes.
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");

  private static final Pattern COMMITTED =
      Pattern.compile("(?m)^(?:Total|- +Java Heap).*?committed=(\\d+)KB");

  private JavaHeap() {}

  /// After the full collection that a histogram begins with.
  static long liveBytes(long pid) throws BenchmarkException {
    return total(jcmd(pid, "GC.class_histogram"));
  }

  static long total(String histogram) throws BenchmarkException {
    Matcher matcher = TOTAL.matcher(histogram);
    if (!matcher.find()) {
      throw new BenchmarkException("jcmd shows no histogram");
    }
    return Long.parseLong(matcher.group(1));
  }

  /// What is committed in all, less the heap.
  static long nativeBytes(long pid) throws BenchmarkException {
    return nativeKib(jcmd(pid, "VM.native_memory", "summary")) * 1024;
  }

  static long nativeKib(String summary) throws BenchmarkException {
    List<Long> committed =
        COMMITTED.matcher(summary).results().map(it -> Long.valueOf(it.group(1))).toList();
    if (committed.size() != 2) {
      throw new BenchmarkException("jcmd does not tell the native memory");
    }
    return committed.getFirst() - committed.getLast();
  }

  private static String jcmd(long pid, String... words) throws BenchmarkException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    List<String> command = new ArrayList<>(List.of(jcmd, Long.toString(pid)));
    command.addAll(List.of(words));
    return Text.of(command);
  }
}
