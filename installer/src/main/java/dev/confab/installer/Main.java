package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes the packages for the system it runs on. Started by Maven's profile `installer`, when all
/// else is built. Exit status: 0 they are made, 1 they are not, 2 the command line is wrong.
@Command(
    name = "installer",
    mixinStandardHelpOptions = true,
    description = "Makes the packages for this system.")
public final class Main implements Callable<Integer> {
  @Option(names = "--project", paramLabel = "FOLDER", description = "The checkout, built.")
  private Path project = Path.of(".");

  @Option(names = "--version-of", required = true, paramLabel = "VERSION", description = "Maven's.")
  private String version = "";

  @Option(
      names = "--time",
      required = true,
      paramLabel = "TIME",
      description = "What files say of when they were made: project.build.outputTimestamp.")
  private Instant time = Instant.EPOCH;

  @Option(names = "--url", required = true, paramLabel = "URL", description = "The home page.")
  private String url = "";

  @Option(names = "--quick", description = "Larger packages, sooner: for tests.")
  private boolean quick;

  @Option(names = "--update-url", defaultValue = "${env:CONFAB_UPDATE_URL:-}", paramLabel = "URL")
  private String updateUrl = "";

  @Option(names = "--update-key", defaultValue = "${env:CONFAB_UPDATE_KEY:-}", paramLabel = "KEY")
  private String updateKey = "";

  @Option(
      names = "--update-check",
      defaultValue = "${env:CONFAB_UPDATE_CHECK:-on}",
      paramLabel = "on|off",
      description = "Whether the app looks for updates where a person has not chosen.")
  private String updateCheck = "on";

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      Plan plan = plan();
      for (Path made : make(plan)) {
        System.out.printf("%,11d bytes  %s%n", Files.size(made), plan.project().relativize(made));
      }
      return 0;
    } catch (PackagingException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private Plan plan() throws IOException, PackagingException {
    Path root = project.toAbsolutePath().normalize();
    Path target = root.resolve("installer/target");
    return new Plan(
        root,
        target.resolve("work"),
        target.resolve("dist"),
        PackageVersion.of(version),
        url,
        time,
        quick,
        updateUrl.isBlank() ? null : UpdateFacts.of(updateUrl, updateKey, updateCheck));
  }

  static List<Path> make(Plan plan) throws IOException, PackagingException, InterruptedException {
    Files.createDirectories(plan.work());
    clear(plan);
    return switch (Os.here()) {
      case LINUX -> new LinuxPackages(plan).make();
      case WINDOWS, MACOS ->
          new JpackagePackages(Os.here(), plan, System.getenv(), new ThisMachine(plan)).make();
    };
  }

  /// Nothing of an earlier version, or of a build that failed half way, is to be taken for what is
  /// made now. The list of what is inside stays: Maven has just put it there.
  static void clear(Plan plan) throws IOException {
    Files.createDirectories(plan.dist());
    String list = "confab-" + plan.version() + ".cdx.json";
    try (Stream<Path> files = Files.list(plan.dist())) {
      for (Path file : files.filter(it -> !Built.name(it).equals(list)).toList()) {
        Tree.delete(file);
      }
    }
  }
}
