package dev.confab.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.ServerConfig;
import dev.confab.server.SignalingServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A program that is killed in the middle of a call, as native code may do it, and comes back by
/// its launcher. Whole programs, as they were built.
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a settings folder cannot be chosen")
class RestartIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final Installation installation =
      new Installation(Path.of("..").toAbsolutePath().normalize());
  private final List<Program> started = new ArrayList<>();
  private SignalingServer server;

  @BeforeEach
  void listen() throws Exception {
    server = SignalingServer.start(ServerConfig.defaults().withAddress("127.0.0.1", 0));
  }

  @AfterEach
  void end() {
    started.forEach(Program::close);
    server.close();
  }

  // --- the programs -----------------------------------------------------------------------------

  private static List<String> options() {
    return List.of(
        "--headless --commands --microphone tone --speaker none --camera pattern --room r"
            .split(" "));
  }

  private Program start(String name, List<String> command) throws DemoException {
    Map<String, String> environment =
        Map.of("XDG_CONFIG_HOME", folder.resolve(name).toString(), "PULSE_SERVER", "unix:/nowhere");
    Program program = Program.start(name, command, environment, log(name));
    started.add(program);
    return program;
  }

  private List<String> with(String name) {
    List<String> options = new ArrayList<>(options());
    options.addAll(List.of("--server", server.address(), "--name", name));
    options.addAll(List.of("--stats", stats(name).toString()));
    return options;
  }

  private Program anna() throws Exception {
    return start("Anna", installation.client(folder, with("Anna")));
  }

  /// By the launcher.
  private Program ben() throws Exception {
    return start("Ben", installation.launchedClient(folder, with("Ben")));
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private Path stats(String name) {
    return folder.resolve(name + ".jsonl");
  }

  private Path calls(String name) {
    return folder.resolve(name).resolve("confab/calls");
  }

  private Set<Path> savedCalls(String name) throws IOException {
    if (!Files.exists(calls(name))) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(calls(name))) {
      return files.filter(it -> !it.toString().endsWith(".new")).collect(Collectors.toSet());
    }
  }

  /// The process that is in the call, by its file.
  private long pid(String name) throws Exception {
    await(name + "'s file", () -> savedCalls(name).size() == 1);
    String file = savedCalls(name).iterator().next().getFileName().toString();
    return Long.parseLong(file.substring(0, file.indexOf('.')));
  }

  private void kill(long pid) {
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }

  /// Waits until `name` sees the other's picture move, and things are so.
  private Figures awaitPicture(String name, Predicate<Figures> so) throws Exception {
    Figures[] found = {Figures.NONE};
    await(
        "the picture at " + name + "'s",
        () -> {
          Figures now = Figures.newestOf(stats(name)).orElse(Figures.NONE);
          found[0] = now;
          return now.peer().number("framesDrawn") > 10
              && now.peer().object("received").number("framesPerSecond") > 0
              && so.test(now);
        });
    return found[0];
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void await(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within a minute: " + what + "; " + said());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private String said() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Program program : started) {
      all.append(program.name()).append(' ').append(program.said()).append('\n');
      all.append(Files.readString(log(program.name()))).append('\n');
    }
    return all.toString();
  }

  // --- what is shown ----------------------------------------------------------------------------

  @Test
  void whoseProgramIsKilledIsBackInTheSamePlace() throws Exception {
    Program anna = anna();
    anna.awaitLine("In room", PATIENCE);
    Program ben = ben();
    awaitPicture("Ben", _ -> true);
    awaitPicture("Anna", _ -> true);

    kill(pid("Ben"));
    anna.tell("say Are you there?");
    ben.awaitLine("In room", PATIENCE);
    ben.awaitLine("In room", PATIENCE);
    ben.awaitLine("Anna writes: Are you there?", PATIENCE);
    ben.tell("say I am back");
    anna.awaitLine("Ben writes: I am back", PATIENCE);
    awaitPicture("Ben", _ -> true);
    double back = Figures.newestOf(stats("Anna")).orElseThrow().number("atMillis");
    awaitPicture("Anna", now -> now.number("atMillis") > back + 1500);

    assertThat(anna.said())
        .containsOnlyOnce("Ben is here", "Ben writes: I am back")
        .doesNotContain("Ben has left");
    assertThat(ben.said()).containsOnlyOnce("Anna writes: Are you there?");
    assertThat(Files.readString(log("Ben"))).contains("Starting it again");
  }

  @Test
  void whoseProgramIsKilledAgainAndAgainIsGivenUp() throws Exception {
    anna().awaitLine("In room", PATIENCE);
    Program ben = ben();
    List<Long> pids = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      ben.awaitLine("In room", PATIENCE);
      await("another process", () -> !pids.contains(pid("Ben")));
      pids.add(pid("Ben"));
      kill(pids.getLast());
    }

    assertThat(ben.exitStatus(PATIENCE)).isEqualTo(128 + 9);
    assertThat(pids).doesNotHaveDuplicates();
    assertThat(Files.readString(log("Ben"))).contains("It is not started a third time");
    assertThat(ben.said()).filteredOn(line -> line.startsWith("In room")).hasSize(3);
  }

  @Test
  void theFileIsTheUsersAloneAndGoesWhenTheProgramEndsInOrder() throws Exception {
    Program ben = ben();
    long pid = pid("Ben");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(calls("Ben").resolve(pid + ".properties"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(calls("Ben"))))
        .isEqualTo("rwx------");

    ben.tell("quit");

    assertThat(ben.exitStatus(PATIENCE)).isZero();
    assertThat(savedCalls("Ben")).isEmpty();
  }

  @Test
  void aSignalToTheLauncherEndsTheProgramInOrder() throws Exception {
    Program ben = ben();
    ProcessHandle program = ProcessHandle.of(pid("Ben")).orElseThrow();

    ben.close();

    assertThat(ben.exitStatus(PATIENCE)).isEqualTo(128 + 15);
    assertThat(program.isAlive()).isFalse();
    assertThat(savedCalls("Ben")).isEmpty();
    assertThat(Files.readString(log("Ben"))).doesNotContain("Starting it again");
  }

  @Test
  void withNothingToGoBackToItSaysSo() throws Exception {
    List<String> options = List.of("--headless", "--rejoin");
    Program ben = start("Ben", installation.launchedClient(folder, options));

    assertThat(ben.exitStatus(PATIENCE)).isEqualTo(1);
    assertThat(Files.readString(log("Ben"))).contains("There is no call to go back to.");
  }
}
