package dev.confab.installer.bench;

import dev.confab.installer.PackagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Starts the programs in turn, so that whatever else the machine does disturbs them alike. The
/// first start of each is not counted: it fills its folder.
final class StartBenchmark {
  private final List<Contender> contenders;
  private final Desk desk;

  StartBenchmark(List<Contender> contenders, Desk desk) {
    this.contenders = contenders;
    this.desk = desk;
  }

  /// What was measured, by the contender's name.
  record Figures(Map<String, List<Start>> warm, Map<String, List<Start>> cold) {}

  Figures run(int warm, int cold)
      throws IOException, PackagingException, StartException, InterruptedException {
    rounds(1, false);
    return new Figures(rounds(warm, false), rounds(cold, true));
  }

  private Map<String, List<Start>> rounds(int rounds, boolean cold)
      throws IOException, PackagingException, StartException, InterruptedException {
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : contenders) {
        if (cold) {
          PageCache.drop();
        }
        Start start = Start.of(contender, desk);
        System.err.printf(
            "%s%s: %.0f ms, %d ms CPU%n",
            contender.name(), cold ? ", cold" : "", start.millis(), start.cpuMillis());
        starts.computeIfAbsent(contender.name(), _ -> new ArrayList<>()).add(start);
      }
    }
    return starts;
  }
}
