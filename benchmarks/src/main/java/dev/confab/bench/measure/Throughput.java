package dev.confab.bench.measure;

import dev.confab.bench.crowd.Arrival;
import dev.confab.bench.crowd.Audience;
import dev.confab.bench.crowd.Letter;
import dev.confab.bench.crowd.Member;
import dev.confab.bench.crowd.Stage;
import dev.confab.bench.crowd.Template;
import dev.confab.bench.server.Server;
import dev.confab.system.bench.BenchmarkException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Pairs who send to each other: a member sends the next letter when one of its letters has
/// arrived.
final class Throughput implements Audience {
  private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(30);

  private final Stage stage;
  private final List<Template> templates = new ArrayList<>();
  private long sent;
  private long arrived;
  private boolean over;

  /// Letters a second, the server's CPU time, and the time in which the generator had something to
  /// do.
  record Result(double perSecond, double cpuPercent, double busyPercent) {}

  private Throughput(Stage stage) {
    this.stage = stage;
  }

  static Result measure(Stage stage, Letter letter, Scale scale, Server server)
      throws IOException, BenchmarkException {
    Throughput throughput = new Throughput(stage);
    stage.play(throughput);
    for (Member member : stage.members()) {
      throughput.templates.add(Greetings.letter(stage, member, letter));
    }
    for (Member member : stage.members()) {
      for (int i = 0; i < scale.window(); i++) {
        throughput.send(member);
      }
    }
    stage.pass(scale.warmUp());
    Result result = throughput.measure(scale.measured(), server);
    throughput.over = true;
    stage.until("all has arrived", TIME_TO_ARRIVE, () -> throughput.arrived == throughput.sent);
    return result;
  }

  private Result measure(Duration time, Server server) throws IOException, BenchmarkException {
    long began = System.nanoTime();
    long idle = stage.idleNanos();
    long before = arrived;
    long cpu = server.use().cpuMillis();
    stage.pass(time);
    double took = System.nanoTime() - began;
    double cpuNanos = (server.use().cpuMillis() - cpu) * 1e6;
    double busy = took - (stage.idleNanos() - idle);
    return new Result((arrived - before) / took * 1e9, 100 * cpuNanos / took, 100 * busy / took);
  }

  private void send(Member member) {
    sent++;
    member.send(templates.get(member.number()), 0);
  }

  @Override
  public void arrived(Member to, Arrival arrival) {
    arrived++;
    if (!over) {
      send(stage.members().get(arrival.sender()));
    }
  }
}
