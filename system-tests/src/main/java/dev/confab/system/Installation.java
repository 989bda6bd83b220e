package dev.confab.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The programs as they were built under `home`, and the commands that start them, with the Java
/// that runs now. They are those of the script `confab`.
public record Installation(Path home) implements Programs {
  private static final String CLIENT = "client-desktop";
  private static final String SERVER = "signaling-server";

  /// Where the script `confab` stands, which tells it in `CONFAB_HOME`.
  static Installation ofEnvironment() throws NotBuiltException {
    String home = System.getenv("CONFAB_HOME");
    if (home == null || home.isBlank()) {
      throw new NotBuiltException("CONFAB_HOME is not set. Start this with ./confab.");
    }
    return new Installation(Path.of(home).toAbsolutePath());
  }

  @Override
  public List<String> server(List<String> options) throws NotBuiltException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(java(), "@" + launcher(SERVER, "confab-server.options")));
    command.addAll(List.of("-cp", classPath(SERVER), "dev.confab.server.Main"));
    command.addAll(options);
    return command;
  }

  /// The program itself, which nobody starts again. A native fault leaves its report in the folder
  /// `reports`.
  @Override
  public List<String> client(Path reports, List<String> options) throws NotBuiltException {
    return client(reports, isTrained() ? "-XX:AOTCache=" + cache() : "", options);
  }

  /// The program on a run that leaves behind, at its end, what Java has learnt of it (JEP 514).
  /// From then on it starts and joins faster.
  public List<String> trainingClient(Path reports, List<String> options) throws NotBuiltException {
    return client(reports, "-XX:AOTCacheOutput=" + cache(), options);
  }

  /// Whether a run since it was built has left that.
  public boolean isTrained() throws NotBuiltException {
    try {
      return Files.exists(cache())
          && Files.getLastModifiedTime(cache())
                  .compareTo(Files.getLastModifiedTime(Path.of(jar(CLIENT))))
              > 0;
    } catch (IOException e) {
      throw new NotBuiltException("Not built: " + CLIENT + ". Start this with ./confab.", e);
    }
  }

  private Path cache() {
    return home.resolve("target/confab/client.aot");
  }

  private List<String> client(Path reports, String cache, List<String> options)
      throws NotBuiltException {
    List<String> command =
        new ArrayList<>(List.of(java(), "@" + launcher(CLIENT, "confab.options")));
    Path javaFx = home.resolve(CLIENT).resolve("target/app/fx");
    if (Files.isDirectory(javaFx)) { // without a window none is needed
      command.add("@" + launcher(CLIENT, "window.options"));
      command.addAll(List.of("--module-path", javaFx.toString()));
    }
    if (!cache.isEmpty()) {
      command.add(cache);
    }
    command.add("-XX:ErrorFile=" + reports + "/%p.log");
    command.addAll(List.of("-cp", classPath(CLIENT), "dev.confab.client.app.Main"));
    command.addAll(options);
    return command;
  }

  /// By the launcher, which starts it again when it breaks down.
  List<String> launchedClient(Path reports, List<String> options) throws NotBuiltException {
    List<String> command = new ArrayList<>(List.of(launcher(CLIENT, "launch").toString()));
    command.addAll(client(reports, options));
    return command;
  }

  private Path launcher(String module, String file) {
    return home.resolve(module).resolve("src/main/launcher").resolve(file);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// There is nothing to start; the message says what to do.
  public static final class NotBuiltException extends Exception {
    private static final long serialVersionUID = 1;

    private NotBuiltException(String message) {
      super(message);
    }

    private NotBuiltException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private String classPath(String module) throws NotBuiltException {
    Path libraries = home.resolve(module).resolve("target/app/lib");
    return jar(module) + File.pathSeparator + libraries + File.separator + "*";
  }

  private String jar(String module) throws NotBuiltException {
    Path target = home.resolve(module).resolve("target");
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(target, "confab-" + module + "-*.jar")) {
      for (Path jar : jars) {
        return jar.toString();
      }
    } catch (IOException e) {
      throw new NotBuiltException("Not built: " + module + ". Start this with ./confab.", e);
    }
    throw new NotBuiltException("Not built: " + module + ". Start this with ./confab.");
  }
}
