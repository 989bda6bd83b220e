package dev.confab.system;

import dev.confab.system.bench.BenchmarkException;
import dev.confab.system.bench.Plan;
import dev.confab.system.bench.RoomBenchmark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures a room of several, each a process of its own on this machine, once as if everyone drew
/// everyone at full size, and once with tiles that are told to the others.
@Command(
    name = "room",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures a room of several people, with and without the size feedback.")
final class BenchRoom implements Callable<Integer> {
  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "6",
      description = "How many are in the room (${DEFAULT-VALUE}).")
  private int members;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "30",
      description = "How long each of the two measurements takes (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--tile",
      paramLabel = "WIDTHxHEIGHT",
      defaultValue = "320x180",
      description = "The size of a tile in the second one (${DEFAULT-VALUE}).")
  private String tile = "320x180";

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "target/bench",
      description = "For the figures as JSON, and for what the processes say (${DEFAULT-VALUE}).")
  private Path output = Path.of("target/bench");

  @Override
  public Integer call() throws InterruptedException {
    try {
      Plan plan =
          new Plan(
              Installation.ofEnvironment(),
              output,
              false,
              0,
              Duration.ofSeconds(seconds),
              Duration.ZERO);
      RoomBenchmark.run(plan, members, tile);
      return CommandLine.ExitCode.OK;
    } catch (BenchmarkException | Installation.NotBuiltException e) {
      System.err.println("confab bench room: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
