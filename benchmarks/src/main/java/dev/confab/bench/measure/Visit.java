package dev.confab.bench.measure;

import dev.confab.bench.crowd.Letter;
import dev.confab.bench.crowd.Stage;
import dev.confab.bench.server.Server;
import dev.confab.system.bench.BenchmarkException;
import dev.confab.system.bench.ProcessUse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/// The measures of one server in one round.
public final class Visit {
  private static final Duration JCMD = Duration.ofMinutes(1);

  /// After many have come, until they are idle: buffers are given back, timers have fired, and each
  /// was pinged.
  private static final Duration REST = Duration.ofSeconds(12);

  private final Server server;
  private final Stage stage;
  private final Scale scale;
  private final Map<Figure, Double> figures = new EnumMap<>(Figure.class);

  private Visit(Server server, Stage stage, Scale scale) {
    this.server = server;
    this.stage = stage;
    this.scale = scale;
  }

  /// All that is relayed; the server is a fresh one.
  public static Map<Figure, Double> relay(Server server, Scale scale, Set<Measure> measures)
      throws IOException, BenchmarkException {
    try (Stage stage = new Stage(server.port(), server.contender().dialect())) {
      Visit visit = new Visit(server, stage, scale);
      visit.pairs(measures);
      if (measures.contains(Measure.STORM)) {
        visit.storm();
      }
      return visit.figures;
    }
  }

  /// Many who do nothing; the server is a fresh one.
  public static Map<Figure, Double> idle(Server server, Scale scale)
      throws IOException, BenchmarkException {
    try (Stage stage = new Stage(server.port(), server.contender().dialect())) {
      Visit visit = new Visit(server, stage, scale);
      visit.idle();
      return visit.figures;
    }
  }

  private void pairs(Set<Measure> measures) throws IOException, BenchmarkException {
    Joining.of(stage, 2 * scale.pairs(), 2, scale.connecting());
    Greetings.exchange(stage, 2 * scale.pairs());
    if (measures.contains(Measure.THROUGHPUT)) {
      throughput(
          Letter.CANDIDATE,
          Figure.RELAYED_SMALL,
          Figure.CPU_SMALL,
          Figure.BUSY_SMALL,
          Figure.FOR_CPU_SMALL);
      throughput(
          Letter.OFFER,
          Figure.RELAYED_LARGE,
          Figure.CPU_LARGE,
          Figure.BUSY_LARGE,
          Figure.FOR_CPU_LARGE);
    }
    if (measures.contains(Measure.LATENCY)) {
      latency(
          Letter.OFFER, Figure.OFFER_P50, Figure.OFFER_P99, Figure.OFFER_P999, Figure.OFFER_CPU);
      latency(
          Letter.CANDIDATE,
          Figure.CANDIDATE_P50,
          Figure.CANDIDATE_P99,
          Figure.CANDIDATE_P999,
          Figure.CANDIDATE_CPU);
    }
    stage.clear();
  }

  private void throughput(Letter letter, Figure rate, Figure cpu, Figure busy, Figure forCpu)
      throws IOException, BenchmarkException {
    Throughput.Result result = Throughput.measure(stage, letter, scale, server);
    figures.put(rate, result.perSecond());
    figures.put(cpu, result.cpuPercent());
    figures.put(busy, result.busyPercent());
    figures.put(forCpu, result.perSecond() / result.cpuPercent() * 100);
  }

  private void latency(Letter letter, Figure p50, Figure p99, Figure p999, Figure cpu)
      throws IOException, BenchmarkException {
    long cpuBefore = server.use().cpuMillis();
    long began = System.nanoTime();
    Histogram ages = FixedRate.measure(stage, letter, scale);
    double tookMillis = (System.nanoTime() - began) / 1e6;
    figures.put(cpu, 100 * (server.use().cpuMillis() - cpuBefore) / tookMillis);
    figures.put(p50, ages.getValueAtPercentile(50) / 1e3);
    figures.put(p99, ages.getValueAtPercentile(99) / 1e3);
    figures.put(p999, ages.getValueAtPercentile(99.9) / 1e3);
  }

  /// Two to warm up: a server that has only just been started is not what a storm meets, unless it
  /// was the reason.
  private void storm() throws IOException, BenchmarkException {
    Storm.measure(stage, scale.stormRooms(), scale.connecting());
    stage.clear();
    Storm.measure(stage, scale.stormRooms(), scale.connecting());
    stage.clear();
    Storm.Result result = Storm.measure(stage, scale.stormRooms(), scale.connecting());
    figures.put(Figure.STORM, result.all());
    figures.put(Figure.STORM_P99, result.candidates99());
    stage.clear();
  }

  private void idle() throws IOException, BenchmarkException {
    Joining.of(stage, scale.idle() / 5, Storm.MEMBERS, scale.connecting());
    stage.clear();
    long heapBefore = stage.meanwhile(JCMD, server::heapBytes);
    ProcessUse before = server.use();
    Joining joining = Joining.of(stage, scale.idle(), Storm.MEMBERS, scale.connecting());
    figures.put(Figure.CONNECTIONS, joining.perSecond());
    figures.put(Figure.SLOWEST, joining.slowestMillis());
    stage.pass(REST);
    ProcessUse with = server.use();
    figures.put(Figure.RESIDENT, with.residentKib() * 1024 / 1e6);
    figures.put(Figure.PROPORTIONAL, with.proportionalKib() * 1024 / 1e6);
    double more = (with.proportionalKib() - before.proportionalKib()) * 1024 / 1e6;
    figures.put(Figure.MORE_FOR_1000, more / (scale.idle() / 1000.0));
    figures.put(
        Figure.HEAP, (stage.meanwhile(JCMD, server::heapBytes) - heapBefore) / 1e3 / scale.idle());
    Greetings.exchange(stage, 2 * scale.fixedPairs());
    latency(
        Letter.OFFER, Figure.BESIDE_P50, Figure.BESIDE_P99, Figure.BESIDE_P999, Figure.BESIDE_CPU);
    stage.clear();
  }
}
