package dev.confab.bench;

import dev.confab.bench.measure.Measure;
import dev.confab.bench.measure.Scale;
import dev.confab.bench.report.Report;
import dev.confab.bench.server.Contender;
import dev.confab.bench.server.Cores;
import dev.confab.bench.server.Programs;
import dev.confab.bench.server.Relays;
import dev.confab.system.bench.BenchmarkException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the signaling server beside relays that people use, on this machine. Exit status: 0
/// measured, 1 not, 2 the command line is wrong.
@Command(
    name = "confab bench server",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the signaling server beside relays on Socket.IO, ws and PeerJS.")
public final class ServerBench implements Callable<Integer> {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each server is measured (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--servers",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "confab,socket.io,ws,peerjs",
      description = "Which servers (${DEFAULT-VALUE}).")
  private List<String> servers = List.of();

  @Option(
      names = "--only",
      paramLabel = "MEASURE",
      split = ",",
      description = "Not everything, but: ${COMPLETION-CANDIDATES}.")
  private List<Measure> only = List.of();

  @Option(names = "--quick", description = "Small and once: it shows that all of it works.")
  private boolean quick;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "target/bench/server",
      description = "For the figures as JSON, and for what the servers say (${DEFAULT-VALUE}).")
  private Path output = Path.of("target/bench/server");

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new ServerBench())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      measure();
      return CommandLine.ExitCode.OK;
    } catch (BenchmarkException e) {
      System.err.println("confab bench server: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private void measure() throws IOException, BenchmarkException, InterruptedException {
    List<Contender> contenders = contenders();
    Path folder = Files.createDirectories(output.toAbsolutePath());
    Programs programs = Programs.ofEnvironment();
    if (contenders.stream().anyMatch(Contender::runsOnNode)) {
      Relays.prepare(programs);
    }
    Cores cores = Cores.divide();
    Set<Measure> measures = only.isEmpty() ? EnumSet.allOf(Measure.class) : EnumSet.copyOf(only);
    double before = load();
    Comparison comparison =
        new Comparison(programs, cores, folder, quick ? Scale.QUICK : Scale.FULL, measures);
    Report report = new Report(comparison.run(contenders, quick ? 1 : rounds));
    System.out.printf("Load average %.1f before, %.1f after; %s%n%n", before, load(), cores);
    report.table().forEach(System.out::println);
    report.write(folder.resolve("server.json"));
    System.out.println("\nAlso in " + folder.resolve("server.json"));
  }

  private List<Contender> contenders() throws BenchmarkException {
    List<Contender> contenders = new ArrayList<>();
    for (String key : servers) {
      contenders.add(
          Contender.ofKey(key)
              .orElseThrow(() -> new BenchmarkException("there is no server '" + key + "'")));
    }
    return contenders;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
