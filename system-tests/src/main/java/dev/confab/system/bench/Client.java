package dev.confab.system.bench;

import dev.confab.protocol.json.JsonLine;
import dev.confab.protocol.json.ProtocolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One of the two who talk, with a test picture and a tone, and the lines of figures it writes.
final class Client implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private static final Duration TRAINING_JOIN = Duration.ofSeconds(2);
  private static final Duration TRAINING = Duration.ofSeconds(8);

  /// Where to meet: a room of its own for each call, so that whoever is slow to leave the one
  /// before is in nobody's way.
  record Place(String server, String room) {}

  private final String name;
  private final Child child;
  private final Path stats;

  private Client(String name, Child child, Path stats) {
    this.name = name;
    this.child = child;
    this.stats = stats;
  }

  /// `joinAfter`: the program stands for so long before it joins.
  static Client start(Plan plan, Place place, String name, Duration joinAfter)
      throws BenchmarkException {
    return start(plan, place, name, joinAfter(joinAfter));
  }

  /// With these options besides.
  static Client start(Plan plan, Place place, String name, List<String> options)
      throws BenchmarkException {
    Path stats = plan.output().resolve(name + ".jsonl");
    List<String> arguments = arguments(plan, place, name);
    arguments.addAll(options);
    arguments.addAll(List.of("--stats", stats.toString()));
    try {
      Files.deleteIfExists(stats);
    } catch (IOException e) {
      throw new BenchmarkException("cannot write to " + plan.output(), e);
    }
    Path log = plan.output().resolve(name + ".log");
    return new Client(name, Child.client(plan, arguments, log), stats);
  }

  private static List<String> joinAfter(Duration time) {
    return List.of("--join-after", Double.toString(time.toMillis() / 1000.0));
  }

  private static List<String> arguments(Plan plan, Place place, String name) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--server", place.server(), "--room", place.room(), "--name", name));
    arguments.addAll(List.of("--camera", "pattern", "--microphone", "tone", "--speaker", "none"));
    if (!plan.windows()) {
      arguments.add("--headless");
    }
    return arguments;
  }

  /// Takes part in the call at this place for a while, so that Java learns what later runs do. Done
  /// when this returns.
  static void train(Plan plan, Place place) throws BenchmarkException, InterruptedException {
    List<String> arguments = arguments(plan, place, "Trainee");
    arguments.addAll(joinAfter(TRAINING_JOIN));
    arguments.addAll(List.of("--quit-after", Long.toString(TRAINING.toSeconds())));
    try (Child trainee = Child.training(plan, arguments, plan.output().resolve("Trainee.log"))) {
      trainee.awaitEnd(START);
    }
  }

  String name() {
    return name;
  }

  Child child() {
    return child;
  }

  /// All lines that are complete.
  List<Map<String, Object>> lines() throws BenchmarkException {
    try {
      if (!Files.exists(stats)) {
        return List.of();
      }
      String text = Files.readString(stats, StandardCharsets.UTF_8);
      List<Map<String, Object>> lines = new ArrayList<>();
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        lines.add(JsonLine.read(line));
      }
      return lines;
    } catch (IOException | ProtocolException e) {
      throw new BenchmarkException("cannot read " + stats + ": " + e.getMessage(), e);
    }
  }

  Map<String, Object> lastLine() throws BenchmarkException {
    List<Map<String, Object>> lines = lines();
    return lines.isEmpty() ? Map.of() : lines.getLast();
  }

  void awaitRoom() throws BenchmarkException, InterruptedException {
    child.await(name + " being in the room", START, () -> "InCall".equals(lastLine().get("phase")));
  }

  /// Until a line says that the other's first picture was drawn; answers that line.
  Map<String, Object> awaitPicture() throws BenchmarkException, InterruptedException {
    child.await(
        "the first picture at " + name,
        START,
        () -> Line.peer(lastLine(), "joinToFirstFrameMillis") >= 0);
    return lastLine();
  }

  @Override
  public void close() {
    child.close();
  }
}
