package dev.confab.system;

import dev.confab.protocol.json.JsonLine;
import dev.confab.protocol.json.ProtocolException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A running [DeskClient], at a desk or at none: what it is told, and how it says things are.
final class Caller implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /// In reports, of which there are ten a second.
  private static final int LONGEST_STANDSTILL = 20;

  private final String name;
  private final Process process;
  private final Path log;
  private final Writer commands;
  private final List<Figures> seen = new CopyOnWriteArrayList<>();
  private volatile Figures newest = Figures.NONE;

  private Caller(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().name("output-of-" + name).start(this::read);
  }

  /// `devices`: camera, microphone and speaker, and options of [DeskClient]. `place` is what runs
  /// the command, at a desk or in a lab; empty for here, without any.
  static Caller start(
      List<String> place, String server, String room, String name, List<String> devices)
      throws IOException {
    List<String> command = new ArrayList<>(place);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:-CreateCoredumpOnCrash"));
    command.addAll(List.of("-Xmx256m", "-cp", classPath(), DeskClient.class.getName()));
    command.addAll(List.of(server, room, name));
    command.addAll(devices);
    Path log = Files.createTempFile("confab-" + name, ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    // no device of this machine is meant; a desk brings its own
    builder.environment().put("PULSE_SERVER", "unix:/nowhere");
    return new Caller(name, builder.start(), log);
  }

  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{")) { // the native library writes there, too
          newest = new Figures(JsonLine.read(line));
          seen.add(newest);
        }
      }
    } catch (IOException | ProtocolException e) {
      throw new UncheckedIOException(new IOException("output of " + name, e));
    }
  }

  void tell(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
  }

  Figures figures() {
    return newest;
  }

  /// From now on it is remembered how things are.
  void remember() {
    seen.clear();
    seen.add(newest);
  }

  /// How things have been since then, ten times a second.
  List<Figures> remembered() {
    return List.copyOf(seen);
  }

  /// Nothing of what this one of them sent got lost since then, and the picture never stood still
  /// for long. (Frames that a busy machine paints and does not encode do not count.)
  void requireUndisturbed(String other) {
    double lost = seen.getFirst().peer(other).number("lost");
    double frames = -1;
    int still = 0;
    for (Figures now : seen) {
      Figures peer = now.peer(other);
      still = peer.number("frames") == frames ? still + 1 : 0;
      frames = peer.number("frames");
      if (still > LONGEST_STANDSTILL
          || !peer.text("link").equals("CONNECTED")
          || peer.number("lost") != lost) {
        throw new AssertionError("%s is disturbed at %s's: %s".formatted(other, name, peer));
      }
    }
  }

  /// Waits until things are so.
  Figures await(String what, Predicate<Figures> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Figures now = newest;
      if (condition.test(now)) {
        return now;
      }
      if (!process.isAlive()) {
        throw new AssertionError("%s ended with %d: %s".formatted(name, process.waitFor(), log()));
      }
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Not within %d s: %s, at %s's: %s\n%s"
                .formatted(PATIENCE.toSeconds(), what, name, now.values(), log()));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  Figures awaitConnected() throws Exception {
    return await("connected", now -> now.peer().text("link").equals("CONNECTED"));
  }

  /// Waits until it is connected to all of the others, of whom there are so many.
  Figures awaitConnected(int others) throws Exception {
    return await(
        "connected to all " + others,
        now ->
            now.peers().size() == others
                && now.peers().stream().allMatch(peer -> peer.text("link").equals("CONNECTED")));
  }

  /// Waits until the other's picture has about this background, and frames go on coming.
  void awaitColour(Colour colour) throws Exception {
    await("a picture with the background " + colour, now -> colour.isIn(now.peer()));
    double seen = newest.peer().number("frames");
    await("a later one", now -> now.peer().number("frames") > seen && colour.isIn(now.peer()));
  }

  /// The background of a camera's picture, each channel 0 to 255.
  record Colour(int red, int green, int blue) {
    private static final int TOLERANCE = 30;

    private boolean isIn(Figures peer) {
      Figures picture = peer.object("picture");
      return Math.abs(picture.number("red") - red) < TOLERANCE
          && Math.abs(picture.number("green") - green) < TOLERANCE
          && Math.abs(picture.number("blue") - blue) < TOLERANCE;
    }
  }

  /// Whether it runs, how things are there, and what it has written.
  String state() throws IOException {
    String life = process.isAlive() ? "runs" : "ended with " + process.exitValue();
    return "%s %s: %s\n%s".formatted(name, life, newest.values(), log());
  }

  private String log() throws IOException {
    return Files.readString(log);
  }

  /// How long it takes until things are so, from now on, in ms.
  long millisUntil(String what, Predicate<Figures> condition) throws Exception {
    long start = System.nanoTime();
    await(what, condition);
    return (System.nanoTime() - start) / 1_000_000;
  }

  /// Waits until so many more frames have come from the one of this name.
  Figures awaitFrames(String other, long more) throws Exception {
    double seen = newest.peer(other).number("frames");
    return await(more + " frames more", now -> now.peer(other).number("frames") >= seen + more);
  }

  /// The process that runs the engine: at a desk, it is a child of the desk's.
  ProcessHandle engine() {
    return process
        .descendants()
        .filter(child -> child.info().command().filter(it -> it.endsWith("java")).isPresent())
        .findFirst()
        .orElse(process.toHandle());
  }

  /// The end of its input is the end of it; whoever does not hear is made to.
  @Override
  public void close() throws IOException {
    try {
      commands.close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(log);
    }
  }
}
