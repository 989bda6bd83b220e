package dev.confab.system.bench;

import dev.confab.client.rtc.ConversionCost;
import dev.confab.system.Installation;
import dev.confab.system.bench.Interval.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The measurements, one after the other: never two calls at once.
public final class Benchmark {
  private static final String LISTENING = "Listening on ";
  private static final Duration SERVER_START = Duration.ofSeconds(60);

  /// The second starts so long before it joins: its native library is loaded, its window stands.
  private static final Duration STANDS = Duration.ofSeconds(5);

  /// Compilers and bandwidth estimation have settled after this.
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private final Plan plan;
  private final String server;
  private int calls;

  private Benchmark(Plan plan, String server) {
    this.plan = plan;
    this.server = server;
  }

  /// What was measured of the long call; `later` is empty where it was not asked for.
  record Figures(
      List<Joining> warm,
      List<Joining> cold,
      Map<String, Interval> early,
      Optional<Map<String, Interval>> later,
      List<ConversionCost> conversions) {}

  /// Measures, prints a table, and writes JSON.
  public static void run(Plan plan) throws BenchmarkException, InterruptedException {
    try {
      Files.createDirectories(plan.output());
    } catch (IOException e) {
      throw new BenchmarkException("cannot make " + plan.output(), e);
    }
    List<ConversionCost> conversions = ConversionCost.measureAll();
    List<String> arguments = List.of("--port", "0", "--bind", "127.0.0.1");
    try (Child child = Child.server(plan, arguments, plan.output().resolve("server.log"))) {
      child.await("listening", SERVER_START, () -> address(child).isPresent());
      Benchmark benchmark = new Benchmark(plan, address(child).orElseThrow());
      benchmark.train();
      List<Joining> warm = benchmark.joins(STANDS);
      List<Joining> cold = benchmark.joins(Duration.ZERO);
      Report report = new Report(plan, benchmark.longCall(warm, cold, conversions));
      report.print();
      report.write();
    }
  }

  private static Optional<String> address(Child server) throws BenchmarkException {
    return server.lines().stream()
        .filter(line -> line.startsWith(LISTENING))
        .map(line -> line.substring(LISTENING.length()))
        .findFirst();
  }

  /// What is measured is a program that was started before, as it is from its second start on.
  private void train() throws BenchmarkException, InterruptedException {
    try {
      if (!plan.installation().isTrained()) {
        Client.Place place = nextPlace();
        try (Client anna = Client.start(plan, place, "Anna", Duration.ZERO)) {
          anna.awaitRoom();
          Client.train(plan, place);
        }
      }
    } catch (Installation.NotBuiltException e) {
      throw new BenchmarkException(String.valueOf(e.getMessage()), e);
    }
  }

  private Client.Place nextPlace() {
    calls++;
    return new Client.Place(server, "bench-" + calls);
  }

  private List<Joining> joins(Duration after) throws BenchmarkException, InterruptedException {
    List<Joining> joins = new ArrayList<>();
    for (int i = 0; i < plan.joins(); i++) {
      Client.Place place = nextPlace();
      try (Client anna = Client.start(plan, place, "Anna", Duration.ZERO)) {
        anna.awaitRoom();
        try (Client ben = Client.start(plan, place, "Ben", after)) {
          joins.add(Joining.of(ben.awaitPicture()));
        }
      }
    }
    return joins;
  }

  private Figures longCall(List<Joining> warm, List<Joining> cold, List<ConversionCost> conversions)
      throws BenchmarkException, InterruptedException {
    Client.Place place = nextPlace();
    try (Client anna = Client.start(plan, place, "Anna", Duration.ZERO)) {
      anna.awaitRoom();
      try (Client ben = Client.start(plan, place, "Ben", STANDS)) {
        ben.awaitPicture();
        ben.child().outlive(WARM_UP);
        Map<String, Interval> early = measure(anna, ben);
        Optional<Map<String, Interval>> later = Optional.empty();
        if (!plan.later().isZero()) {
          ben.child().outlive(plan.later().minus(plan.measured()));
          later = Optional.of(measure(anna, ben));
        }
        return new Figures(warm, cold, early, later, conversions);
      }
    }
  }

  private Map<String, Interval> measure(Client anna, Client ben)
      throws BenchmarkException, InterruptedException {
    Moment annaStarts = Moment.now(anna);
    Moment benStarts = Moment.now(ben);
    ben.child().outlive(plan.measured());
    Moment annaEnds = Moment.now(anna);
    Moment benEnds = Moment.now(ben);
    return Map.of(
        anna.name(), Interval.between(annaStarts, annaEnds, anna.lines()),
        ben.name(), Interval.between(benStarts, benEnds, ben.lines()));
  }
}
