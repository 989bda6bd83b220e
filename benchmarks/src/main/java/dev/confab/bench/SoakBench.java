package dev.confab.bench;

import dev.confab.bench.server.Contender;
import dev.confab.bench.server.Cores;
import dev.confab.bench.server.Programs;
import dev.confab.bench.server.Server;
import dev.confab.bench.soak.Soak;
import dev.confab.system.bench.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lets thousands come and go for a long time. Exit status: 0 what the server holds stays the same,
/// 1 it grows, or something went wrong, 2 the command line is wrong.
@Command(
    name = "confab bench soak",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Lets thousands join, leave, drop and resume, and sees whether the server grows.")
public final class SoakBench implements Callable<Integer> {
  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "30",
      description = "How long (${DEFAULT-VALUE}).")
  private int minutes;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many at a time (${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How often the server is looked at (${DEFAULT-VALUE}).")
  private int every;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "target/bench/soak",
      description = "For what the server says (${DEFAULT-VALUE}).")
  private Path output = Path.of("target/bench/soak");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SoakBench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path log = Files.createDirectories(output.toAbsolutePath()).resolve("confab.log");
    try (Server server = start(log)) {
      boolean flat =
          Soak.isFlat(
              server,
              connections,
              Duration.ofMinutes(minutes),
              Duration.ofSeconds(every),
              System.out::println);
      System.out.println(flat ? "Flat." : "Not flat.");
      return flat ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    } catch (BenchmarkException e) {
      System.err.println("confab bench soak: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static Server start(Path log) throws BenchmarkException, InterruptedException {
    Programs programs = Programs.ofEnvironment();
    return Server.start(Contender.CONFAB, programs, Cores.divide(), log, Soak.JAVA_OPTIONS);
  }
}
