package dev.confab.installer.bench;

import dev.confab.installer.PackagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the packages that were made, and the start of the app in them as it is installed.
/// Started by `./confab bench start`, on Linux. Exit status: 0 measured, 1 not, 2 the command line
/// is wrong.
@Command(
    name = "confab bench start",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures what is installed, and its start to the lobby, beside Chromium's.")
public final class BenchStart implements Callable<Integer> {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final String CACHE = "lib/confab.aot";

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "7",
      description = "How often each is started (${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--cold",
      paramLabel = "N",
      defaultValue = "3",
      description = "And how often from the disk; for root alone (${DEFAULT-VALUE}).")
  private int cold;

  @Option(
      names = "--app",
      paramLabel = "FOLDER",
      description = "As it is installed; otherwise what the packages were made of.")
  private Path app = built("work/confab/opt/confab");

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "target/bench",
      description = "For the figures as JSON, and for what the processes say (${DEFAULT-VALUE}).")
  private Path output = Path.of("target/bench");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchStart()).execute(arguments));
  }

  /// `CONFAB_HOME` is the checkout, told by the script `confab`.
  private static Path built(String path) {
    String home = System.getenv().getOrDefault("CONFAB_HOME", ".");
    return Path.of(home).resolve("installer/target").resolve(path).toAbsolutePath().normalize();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = output.toAbsolutePath().resolve("start");
    if (cold > 0 && !PageCache.canBeDropped()) {
      System.err.println("No cold starts: only root can empty the page cache.");
      cold = 0;
    }
    try (Desk desk = Desk.open(Files.createDirectories(folder))) {
      double load = StartReport.load();
      Sizes sizes = Sizes.of(built("dist"), app);
      var figures = new StartBenchmark(contenders(folder), desk).run(runs, cold);
      StartReport report = new StartReport(sizes, figures, load);
      report.print();
      report.write(output.resolve("start.json"));
      return CommandLine.ExitCode.OK;
    } catch (PackagingException | StartException e) {
      System.err.println("confab bench start: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private List<Contender> contenders(Path folder) throws IOException {
    Path bare = built("work/without-cache");
    linkWithoutCache(app, bare);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(Contender.confab("Confab", app, folder.resolve("confab")));
    contenders.add(Contender.confab("without the cache", bare, folder.resolve("without")));
    if (Files.isExecutable(CHROMIUM)) {
      contenders.add(Contender.chromium(CHROMIUM, folder.resolve("chromium")));
    } else {
      System.err.println("No Chromium to compare with: there is no " + CHROMIUM + ".");
    }
    return contenders;
  }

  /// The same files under another name, so that they are as warm; all but one.
  private static void linkWithoutCache(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path name = from.relativize(file);
        Path link = to.resolve(name);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(link);
        } else if (!name.toString().equals(CACHE)) {
          Files.deleteIfExists(link);
          Files.createLink(link, file);
        }
      }
    }
  }
}
