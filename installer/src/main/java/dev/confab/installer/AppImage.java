package dev.confab.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The app as jpackage makes it for Windows and macOS, with the launcher and the Java inside of it.
record AppImage(Path root, Path app, Path runtime, Path launcher, LauncherConfig config)
    implements TrainedApp {
  static final String CACHE = "confab.aot";

  /// The one that jpackage has made in this folder.
  static AppImage in(Path folder, Os os) throws IOException, PackagingException {
    return switch (os) {
      case WINDOWS -> of(folder.resolve("Confab"), "app", "runtime", "Confab.exe");
      case MACOS ->
          of(
              folder.resolve("Confab.app"),
              "Contents/app",
              "Contents/runtime/Contents/Home",
              "Contents/MacOS/Confab");
      case LINUX -> of(folder.resolve("Confab"), "lib/app", "lib/runtime", "bin/Confab");
    };
  }

  private static AppImage of(Path root, String app, String runtime, String launcher)
      throws IOException, PackagingException {
    Path folder = root.resolve(app);
    return new AppImage(
        root,
        folder,
        root.resolve(runtime),
        root.resolve(launcher),
        LauncherConfig.read(folder.resolve("Confab.cfg"), folder));
  }

  @Override
  public Path cache() {
    return app.resolve(CACHE);
  }

  /// Not the launcher: its Java would be told of a cache, which must not be where one is made.
  @Override
  public List<String> command(List<String> java) {
    List<String> command = new ArrayList<>();
    command.add(runtime.resolve("bin/java").toString());
    command.addAll(
        config.javaOptions().stream()
            .filter(option -> Files.exists(cache()) || !option.startsWith("-XX:AOTCache="))
            .toList());
    command.addAll(java);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, config.classPath())));
    command.add(config.mainClass());
    return command;
  }

  /// By the launcher, whose Java reads this variable.
  @Override
  public void requireTaken() throws PackagingException, InterruptedException {
    Tools.run(
        List.of(launcher.toString(), "--version"), Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on"));
  }

  /// The launcher is a Java of its own; the programs beside it were for learning.
  void removeJava() throws IOException {
    for (String program : List.of("java", "javaw", "java.exe", "javaw.exe")) {
      Files.deleteIfExists(runtime.resolve("bin").resolve(program));
    }
  }
}
