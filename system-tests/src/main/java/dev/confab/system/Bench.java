package dev.confab.system;

import dev.confab.system.bench.Benchmark;
import dev.confab.system.bench.BenchmarkException;
import dev.confab.system.bench.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures a 1280x720 call at 30 frames a second between two processes on this machine, and writes
/// the figures of docs/performance.md. Exit status: 0 measured, 1 not, 2 the command line is wrong.
@Command(
    name = "confab bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = BenchRoom.class,
    description = "Measures a call between two processes on this machine.")
public final class Bench implements Callable<Integer> {
  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "How long each measurement takes (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "0",
      description = "Measure again after so many minutes of the same call.")
  private int minutes;

  @Option(
      names = "--joins",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often joining is measured (${DEFAULT-VALUE}).")
  private int joins;

  @Option(names = "--headless", description = "No windows, even where there is a display.")
  private boolean headless;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "target/bench",
      description = "For the figures as JSON, and for what the processes say (${DEFAULT-VALUE}).")
  private Path output = Path.of("target/bench");

  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    boolean windows = !headless && !System.getenv().getOrDefault("DISPLAY", "").isBlank();
    try {
      Plan plan =
          new Plan(
              Installation.ofEnvironment(),
              output.toAbsolutePath(),
              windows,
              joins,
              Duration.ofSeconds(seconds),
              Duration.ofMinutes(minutes));
      Benchmark.run(plan);
      return CommandLine.ExitCode.OK;
    } catch (BenchmarkException | Installation.NotBuiltException e) {
      System.err.println("confab bench: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
