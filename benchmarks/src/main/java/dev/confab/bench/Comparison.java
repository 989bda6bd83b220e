package dev.confab.bench;

import dev.confab.bench.measure.Figure;
import dev.confab.bench.measure.Measure;
import dev.confab.bench.measure.Scale;
import dev.confab.bench.measure.Visit;
import dev.confab.bench.report.Results;
import dev.confab.bench.server.Contender;
import dev.confab.bench.server.Cores;
import dev.confab.bench.server.Programs;
import dev.confab.bench.server.Server;
import dev.confab.system.bench.BenchmarkException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every server in turn, and then again: what disturbs the machine for a while disturbs them alike.
final class Comparison {
  private final Programs programs;
  private final Cores cores;
  private final Path output;
  private final Scale scale;
  private final Set<Measure> measures;
  private final Results results = new Results();

  Comparison(Programs programs, Cores cores, Path output, Scale scale, Set<Measure> measures) {
    this.programs = programs;
    this.cores = cores;
    this.output = output;
    this.scale = scale;
    this.measures = measures;
  }

  Results run(List<Contender> contenders, int rounds)
      throws IOException, BenchmarkException, InterruptedException {
    if (measures.contains(Measure.THROUGHPUT)) {
      relay(Contender.ECHO, EnumSet.of(Measure.THROUGHPUT));
    }
    for (int round = 1; round <= rounds; round++) {
      for (Contender contender : contenders) {
        System.err.println("Round " + round + " of " + rounds + ": " + contender.title());
        Set<Measure> relayed = EnumSet.copyOf(measures);
        relayed.remove(Measure.CONNECTIONS);
        if (!relayed.isEmpty()) {
          relay(contender, relayed);
        }
        if (measures.contains(Measure.CONNECTIONS)) {
          try (Server server = start(contender)) {
            results.add(contender, Visit.idle(server, scale));
          }
        }
      }
    }
    return results;
  }

  private void relay(Contender contender, Set<Measure> relayed)
      throws IOException, BenchmarkException, InterruptedException {
    try (Server server = start(contender)) {
      Map<Figure, Double> figures = Visit.relay(server, scale, relayed);
      results.add(contender, figures);
    }
  }

  private Server start(Contender contender) throws BenchmarkException, InterruptedException {
    Path log = output.resolve(contender.key() + ".log");
    return Server.start(contender, programs, cores, log, List.of());
  }
}
