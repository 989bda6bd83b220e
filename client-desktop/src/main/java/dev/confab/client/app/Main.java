package dev.confab.client.app;

import dev.confab.client.call.ConfabLink;
import dev.confab.client.handover.Answer;
import dev.confab.client.handover.LinkSender;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Where the program begins. Exit status: 0 as wished (a window that is open has the link, too), 1
/// the call could not be made, 2 the command line is wrong, 3 there is no screen for a window.
public final class Main {
  static final int COULD_NOT_CALL = 1;
  static final int NO_SCREEN = 3;

  /// So long a window that is open may take to answer.
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    Options options = new Options();
    CommandLine commandLine = new CommandLine(options);
    try {
      commandLine.parseArgs(args);
    } catch (ParameterException e) {
      System.err.println(withoutSecrets(String.valueOf(e.getMessage())));
      System.exit(CommandLine.ExitCode.USAGE);
    }
    if (commandLine.isUsageHelpRequested()) {
      commandLine.usage(System.out);
      System.exit(0);
    }
    if (commandLine.isVersionHelpRequested()) {
      commandLine.printVersionHelp(System.out);
      System.exit(0);
    }
    if (isTakenByOpenWindow(commandLine.getParseResult(), options)) {
      System.exit(0);
    }
    Logs.configure();
    // The native library's threads are no daemons: the program ends when it says so.
    System.exit(options.headless ? Headless.run(options) : window(args));
  }

  /// What is not understood is repeated, and may be a link.
  static String withoutSecrets(String message) {
    return message.replaceAll("#[^\\s',]+", "#…");
  }

  /// Before JavaFX and anything native: it takes the person as long as Java takes to start.
  private static boolean isTakenByOpenWindow(ParseResult given, Options options) {
    return linkAlone(given, options)
        .map(link -> LinkSender.send(IncomingLinks.place(), link, ANSWER))
        .filter(Answer.TAKEN::equals)
        .isPresent();
  }

  /// A link, as it comes from a click. Any option makes this a process that the person, or a
  /// program, wants for itself.
  static Optional<ConfabLink> linkAlone(ParseResult given, Options options) {
    return given.matchedOptions().isEmpty() ? Optional.ofNullable(options.link) : Optional.empty();
  }

  private static int window(String[] args) {
    if (onLinux() && isUnset("DISPLAY") && isUnset("WAYLAND_DISPLAY")) {
      System.err.println("There is no screen here to open a window on (DISPLAY is not set).");
      System.err.println(
          "Start Confab in a graphical session, or use --headless to call without a window.");
      return NO_SCREEN;
    }
    try {
      Application.launch(ConfabApplication.class, args);
      return 0;
    } catch (
        UnsupportedOperationException e) { // what JavaFX throws when the display does not answer
      System.err.println("The screen does not answer: " + e.getMessage());
      return NO_SCREEN;
    }
  }

  private static boolean onLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
  }

  private static boolean isUnset(String variable) {
    String value = System.getenv(variable);
    return value == null || value.isBlank();
  }
}
