package dev.confab.client.app;

import java.util.Locale;
import javafx.application.Application;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Where the program begins. Exit status: 0 as wished, 1 the call could not be made, 2 the command
/// line is wrong, 3 there is no screen for a window.
public final class Main {
  static final int COULD_NOT_CALL = 1;
  static final int NO_SCREEN = 3;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    Options options = new Options();
    CommandLine commandLine = new CommandLine(options);
    try {
      commandLine.parseArgs(args);
    } catch (ParameterException e) {
      System.err.println(e.getMessage());
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
    Logs.configure();
    // The native library's threads are no daemons: the program ends when it says so.
    System.exit(options.headless ? Headless.run(options) : window(args));
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
