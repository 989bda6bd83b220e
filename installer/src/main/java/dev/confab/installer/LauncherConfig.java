package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What jpackage has written down for its launcher (`Confab.cfg`): with it Java is started as the
/// launcher does. The order of the class path is jpackage's own, and what Java has learnt holds for
/// that order alone.
record LauncherConfig(List<String> classPath, String mainClass, List<String> javaOptions) {
  /// `app`: the folder that the launcher puts in place of `$APPDIR`.
  static LauncherConfig read(Path file, Path app) throws IOException, PackagingException {
    List<String> lines = Files.readAllLines(file);
    List<String> main = values(lines, "app.mainclass", app).toList();
    if (main.size() != 1) {
      throw new PackagingException(file + " names %d main classes.".formatted(main.size()));
    }
    return new LauncherConfig(
        values(lines, "app.classpath", app).toList(),
        main.getFirst(),
        values(lines, "java-options", app).toList());
  }

  private static Stream<String> values(List<String> lines, String key, Path app) {
    return lines.stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1).replace("$APPDIR", app.toString()));
  }
}
