package dev.confab.server;

import dev.confab.server.dashboard.PasswordHash;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `confab-server hash-password`: for the files of the dashboard's passwords, which hold no
/// password.
@Command(
    name = "hash-password",
    versionProvider = Main.Version.class,
    description =
        "Asks for a password, or reads a line, and prints what goes into a dashboard-password-file.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class HashPassword implements Callable<Integer> {
  private static final int MIN_LENGTH = 12;
  private static final int MAX_LENGTH = 256;

  private final InputStream in;

  /// Filled by picocli.
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  HashPassword(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    String password = password();
    if (password == null) {
      err.println("The two were not the same.");
      return Main.MISCONFIGURED;
    }
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      err.println("A password has %d to %d characters.".formatted(MIN_LENGTH, MAX_LENGTH));
      return Main.MISCONFIGURED;
    }
    spec.commandLine().getOut().println(PasswordHash.make(password));
    return 0;
  }

  /// Null when it was mistyped. Java 25 has no console again where nobody types (JDK-8351435).
  @SuppressWarnings("SystemConsoleNull")
  private @Nullable String password() throws IOException {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      String line =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    }
    char[] first = console.readPassword("Password: ");
    char[] second = console.readPassword("Once more: ");
    return first != null && Arrays.equals(first, second) ? new String(first) : null;
  }
}
