package dev.confab.installer;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// The programs that packages are made with: those of the JDK inside this process, those of the
/// system as processes of their own. Their output is shown when they fail.
public final class Tools {
  private Tools() {}

  /// `jlink`, `jmod` or `jpackage`.
  static void jdk(String name, List<String> arguments) throws PackagingException {
    ToolProvider tool =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new PackagingException("This JDK has no " + name + "."));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(output, true, StandardCharsets.UTF_8);
    int status = tool.run(printed, printed, arguments.toArray(String[]::new));
    if (status != 0) {
      throw failed(name, status, output.toString(StandardCharsets.UTF_8));
    }
  }

  public static void run(List<String> command) throws PackagingException, InterruptedException {
    run(command, Map.of());
  }

  /// With these variables added to the environment.
  public static String run(List<String> command, Map<String, String> environment)
      throws PackagingException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw failed(command.getFirst(), status, output);
      }
      return output;
    } catch (IOException e) {
      throw new PackagingException(
          command.getFirst() + " is needed for this, and does not start: " + e.getMessage(), e);
    }
  }

  /// Whether the system has this program.
  static boolean has(String program) {
    String path = System.getenv("PATH");
    for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Path.of(folder, program).toFile().canExecute()) {
        return true;
      }
    }
    return false;
  }

  private static PackagingException failed(String name, int status, String output) {
    return new PackagingException(
        "%s ended with status %d:%n%s".formatted(name, status, output.strip()));
  }
}
