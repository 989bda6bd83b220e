package dev.confab.system;

import dev.confab.system.Installation.NotBuiltException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `confab demo`: a server and two clients that call each other, as processes of their own, and
/// what happens, in words. Exit status: 0 it all worked, 1 it did not, 2 the command line is wrong.
@Command(
    name = "confab demo",
    mixinStandardHelpOptions = true,
    description = "A server and two clients that call each other.")
public final class Demo implements Callable<Integer> {
  private static final String LISTENING = "Listening on ";
  private static final Duration START = Duration.ofSeconds(60);

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "15",
      description = "How long they talk (${DEFAULT-VALUE}).")
  private double seconds;

  @Option(names = "--headless", description = "Without windows, also where there is a screen.")
  private boolean headless;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Where pictures and logs go; target/demo when not given.")
  private @Nullable Path output;

  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    System.exit(new CommandLine(new Demo()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      Installation installation = Installation.ofEnvironment();
      Path folder = output == null ? installation.home().resolve("target/demo") : output;
      boolean windows = !headless && hasScreen();
      DemoPlan plan =
          new DemoPlan(
              installation,
              "demo",
              Duration.ofMillis(Math.round(seconds * 1000)),
              folder.toAbsolutePath(),
              windows);
      say("Confab: a call between two people, %.0f s long, %s.", seconds, windowsOrWhyNot(windows));
      play(plan);
      return 0;
    } catch (DemoException e) {
      System.err.println("The demo did not work: " + e.words());
      return 1;
    } catch (NotBuiltException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private String windowsOrWhyNot(boolean windows) {
    return windows
        ? "each in a window of their own"
        : "without windows" + (headless ? "" : ", as there is no screen here");
  }

  private static boolean hasScreen() {
    return !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")
        || isSet("DISPLAY")
        || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }

  /// Without what an earlier one left, so that nothing old is taken for new.
  private static void empty(Path folder) throws DemoException {
    try {
      Files.createDirectories(folder);
      for (String name : List.of("anna", "ben")) {
        Files.deleteIfExists(folder.resolve(name + ".json"));
        Files.deleteIfExists(folder.resolve(name + ".png"));
      }
    } catch (IOException e) {
      throw new DemoException("Cannot write to %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /// Plays it, and says on standard output what happens.
  ///
  /// @throws DemoException when it does not work, in words for a person
  public static void play(DemoPlan plan)
      throws DemoException, NotBuiltException, InterruptedException {
    empty(plan.folder());
    try (Cast cast = new Cast()) {
      try {
        play(plan, cast);
      } catch (DemoException e) {
        if (!cast.interrupted()) {
          throw e;
        }
      }
    }
  }

  /// The same through a server that runs already.
  public static void playThrough(String address, DemoPlan plan)
      throws DemoException, NotBuiltException, InterruptedException {
    empty(plan.folder());
    try (Cast cast = new Cast()) {
      call(address, plan, cast);
    }
  }

  private static void play(DemoPlan plan, Cast cast)
      throws DemoException, NotBuiltException, InterruptedException {
    Program server =
        cast.start(
            "The server",
            plan.programs().server(List.of("--bind", "127.0.0.1", "--port", "0")),
            Map.of(),
            plan.folder().resolve("server.log"));
    String address = server.awaitLine(LISTENING, START).substring(LISTENING.length());
    say("%-7s listens on %s", "Server", address);
    call(address, plan, cast);
  }

  private static void call(String address, DemoPlan plan, Cast cast)
      throws DemoException, NotBuiltException, InterruptedException {
    DemoClient anna = DemoClient.start("Anna", "Hello Ben!", address, plan, cast);
    DemoClient ben = DemoClient.start("Ben", "Hello Anna!", address, plan, cast);
    new DemoCall(plan, anna, ben, words -> say("%s", words)).run();
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
    System.out.flush();
  }
}
