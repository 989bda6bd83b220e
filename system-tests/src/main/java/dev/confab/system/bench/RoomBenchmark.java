package dev.confab.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rooms of several, one after the other, on a server of their own.
public final class RoomBenchmark {
  private static final String LISTENING = "Listening on ";
  private static final Duration SERVER_START = Duration.ofSeconds(60);

  /// A machine that cannot bear the room never shows everyone; it is measured all the same.
  private static final Duration ALL_THERE = Duration.ofSeconds(45);

  /// Encoders and bandwidth estimation have settled after this.
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private final Plan plan;
  private final String server;
  private final int members;

  private RoomBenchmark(Plan plan, String server, int members) {
    this.plan = plan;
    this.server = server;
    this.members = members;
  }

  /// Measures, prints a table, and writes JSON. `tile` as in `320x180`.
  public static void run(Plan plan, int members, String tile)
      throws BenchmarkException, InterruptedException {
    try {
      Files.createDirectories(plan.output());
    } catch (IOException e) {
      throw new BenchmarkException("cannot make " + plan.output(), e);
    }
    List<String> arguments =
        List.of("--port", "0", "--bind", "127.0.0.1", "--room-size", "" + members);
    try (Child child = Child.server(plan, arguments, plan.output().resolve("server.log"))) {
      child.await("listening", SERVER_START, () -> address(child).isPresent());
      RoomBenchmark benchmark = new RoomBenchmark(plan, address(child).orElseThrow(), members);
      RoomReport report = new RoomReport(plan, members);
      report.add("without feedback", benchmark.room("full", List.of()));
      report.add("tiles of " + tile, benchmark.room("tiles", List.of("--watch", tile)));
      report.write();
    }
  }

  private static Optional<String> address(Child server) throws BenchmarkException {
    return server.lines().stream()
        .filter(line -> line.startsWith(LISTENING))
        .map(line -> line.substring(LISTENING.length()))
        .findFirst();
  }

  private List<Membership> room(String name, List<String> options)
      throws BenchmarkException, InterruptedException {
    List<Client> clients = new ArrayList<>();
    try {
      for (int i = 1; i <= members; i++) {
        Client client = Client.start(plan, new Client.Place(server, name), "Member-" + i, options);
        clients.add(client);
        client.awaitRoom();
      }
      Client last = clients.getLast();
      last.child().watch(ALL_THERE, () -> allSeen(clients));
      last.child().outlive(WARM_UP);
      List<Membership.Moment> starts = moments(clients);
      last.child().outlive(plan.measured());
      List<Membership> measured = new ArrayList<>();
      List<Membership.Moment> ends = moments(clients);
      for (int i = 0; i < members; i++) {
        measured.add(Membership.between(starts.get(i), ends.get(i)));
      }
      return measured;
    } finally {
      clients.forEach(Client::close);
    }
  }

  private boolean allSeen(List<Client> clients) throws BenchmarkException {
    for (Client client : clients) {
      if (Line.peers(client.lastLine()).stream()
              .filter(peer -> Line.number(peer, "framesDrawn") > 0)
              .count()
          < members - 1) {
        return false;
      }
    }
    return true;
  }

  private static List<Membership.Moment> moments(List<Client> clients) throws BenchmarkException {
    List<Membership.Moment> moments = new ArrayList<>();
    for (Client client : clients) {
      moments.add(Membership.Moment.now(client));
    }
    return moments;
  }
}
