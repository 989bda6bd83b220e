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
      results.add(Contender.ECHO, relay(Contender.ECHO, EnumSet.of(Measure.THROUGHPUT)));
    }
    Set<Measure> relayed = EnumSet.copyOf(measures);
    relayed.remove(Measure.CONNECTIONS);
    warmUp(contenders, relayed);
    for (int round = 1; round <= rounds; round++) {
      for (Contender contender : contenders) {
        System.err.println("Round " + round + " of " + rounds + ": " + contender.title());
        if (!relayed.isEmpty()) {
          results.add(contender, relay(contender, relayed));
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

  /// A round that does not count. The generator is a Java program, whose compilers work on the
  /// processor on which it sends and takes the time: whoever is measured first would be charged
  /// with that.
  private void warmUp(List<Contender> contenders, Set<Measure> relayed)
      throws IOException, BenchmarkException, InterruptedException {
    if (!relayed.isEmpty()) {
      for (Contender contender : contenders) {
        System.err.println("Warming up: " + contender.title());
        relay(contender, relayed);
      }
    }
  }

  private Map<Figure, Double> relay(Contender contender, Set<Measure> relayed)
      throws IOException, BenchmarkException, InterruptedException {
    try (Server server = start(contender)) {
      return Visit.relay(server, scale, relayed);
    }
  }

  private Server start(Contender contender) throws BenchmarkException, InterruptedException {
    Path log = output.resolve(contender.key() + ".log");
    return Server.start(contender, programs, cores, log, List.of());
  }
}
