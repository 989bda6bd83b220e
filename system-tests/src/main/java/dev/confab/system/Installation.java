package dev.confab.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The programs as they were built under `home`, and the commands that start them: with the Java
/// that runs now, and without a shell. They are those of the script `confab`.
record Installation(Path home) {
  private static final String CLIENT = "client-desktop";
  private static final String SERVER = "signaling-server";

  /// Where the script `confab` stands, which tells it in `CONFAB_HOME`.
  static Installation ofEnvironment() throws DemoException {
    String home = System.getenv("CONFAB_HOME");
    if (home == null || home.isBlank()) {
      throw new DemoException("CONFAB_HOME is not set. Start this with ./confab demo.");
    }
    return new Installation(Path.of(home));
  }

  List<String> server(List<String> options) throws DemoException {
    List<String> command = new ArrayList<>(List.of(java(), "-cp", classPath(SERVER)));
    command.add("dev.confab.server.Main");
    command.addAll(options);
    return command;
  }

  /// A native fault leaves its report in the folder `reports`.
  List<String> client(Path reports, List<String> options) throws DemoException {
    List<String> command = new ArrayList<>(List.of(java()));
    Path javaFx = home.resolve(CLIENT).resolve("target/app/fx");
    if (Files.isDirectory(javaFx)) {
      command.addAll(List.of("--module-path", javaFx.toString()));
      command.addAll(List.of("--add-modules", "javafx.controls,javafx.swing"));
      command.add("--enable-native-access=javafx.graphics,ALL-UNNAMED");
    } else { // without a window none is needed
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + reports + "/%p.log"));
    command.addAll(List.of("-cp", classPath(CLIENT), "dev.confab.client.app.Main"));
    command.addAll(options);
    return command;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private String classPath(String module) throws DemoException {
    Path target = home.resolve(module).resolve("target");
    List<String> entries = new ArrayList<>();
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(target, "confab-" + module + "-*.jar")) {
      jars.forEach(jar -> entries.add(jar.toString()));
    } catch (IOException e) {
      throw new DemoException("Not built: " + module + ". Start this with ./confab demo.", e);
    }
    if (entries.isEmpty()) {
      throw new DemoException("Not built: " + module + ". Start this with ./confab demo.");
    }
    entries.add(target.resolve("app/lib") + File.separator + "*");
    return String.join(File.pathSeparator, entries);
  }
}
