package dev.confab.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One of the two people of the demonstration: their program, and what it says of itself.
final class DemoClient {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String name;
  private final Program program;
  private final Path stats;
  private final Path picture;

  private DemoClient(String name, Program program, Path stats, Path picture) {
    this.name = name;
    this.program = program;
    this.stats = stats;
    this.picture = picture;
  }

  /// Goes straight into the room, with a settings folder of its own: a person's stay untouched.
  static DemoClient start(String name, String greeting, String server, DemoPlan plan, Cast cast)
      throws DemoException, Installation.NotBuiltException {
    String file = name.toLowerCase(Locale.ROOT);
    Path stats = plan.folder().resolve(file + ".json");
    Path picture = plan.folder().resolve(file + ".png");
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--server", server, "--room", plan.room(), "--name", name));
    options.addAll(List.of("--camera", "pattern", "--microphone", "tone", "--speaker", "none"));
    options.addAll(List.of("--join", "--say", greeting, "--commands"));
    options.addAll(List.of("--stats", stats.toString(), "--screenshot", picture.toString()));
    if (!plan.windows()) {
      options.add("--headless");
    }
    String settings = plan.folder().resolve(file + "-settings").toString();
    Program program =
        cast.start(
            name + "'s Confab",
            plan.programs().client(plan.folder(), options),
            Map.of("XDG_CONFIG_HOME", settings, "APPDATA", settings),
            plan.folder().resolve(file + ".log"));
    return new DemoClient(name, program, stats, picture);
  }

  String name() {
    return name;
  }

  Path picture() {
    return picture;
  }

  /// The newest; nothing before the first.
  Figures figures() throws DemoException {
    program.requireAlive();
    try {
      return Figures.newestOf(stats).orElse(Figures.NONE);
    } catch (IOException e) {
      throw new DemoException("The figures of " + name + " cannot be read: " + e.getMessage(), e);
    }
  }

  void takePicture() throws DemoException, InterruptedException {
    program.tell("screenshot");
    program.awaitLine("screenshot done", PATIENCE);
  }

  /// What the picture shows.
  ///
  /// @throws DemoException when that is not the other's test picture
  ShownPicture requirePictureOf(DemoClient other) throws DemoException {
    if (!Files.exists(picture)) {
      throw new DemoException(program.name() + " wrote no " + picture);
    }
    Optional<ShownPicture> shown;
    try {
      shown = ShownPicture.in(picture);
    } catch (IOException e) {
      throw new DemoException(picture + " cannot be read: " + e.getMessage(), e);
    }
    if (shown.isEmpty()) {
      throw new DemoException(picture + " does not show the picture of " + other.name);
    }
    if (!shown.get().isOf(other.name)) {
      throw new DemoException(picture + " shows a picture, but not that of " + other.name);
    }
    return shown.get();
  }

  void hangUp() throws DemoException, InterruptedException {
    program.tell("quit");
    program.awaitEnd(PATIENCE);
  }
}
