package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What Maven has built: the jars of the programs, in the order of their class paths.
record Built(Path project) {
  /// Jars that hold annotations for the compiler.
  private static final List<String> NOT_SHIPPED = List.of("jspecify-", "error_prone_annotations-");

  /// Of a jar's name; what stands behind it is the system.
  private static final String VERSION =
      "-\\d[\\w.]*?(-[\\w.]+?)??(?=-(linux|windows|macos)-|\\.jar$)";

  private static final String NATIVE = "webrtc-java-\\d[\\d.]*-(linux|windows|macos)-.*\\.jar";

  /// All but JavaFX, and but the native part of webrtc-java.
  List<Path> client() throws PackagingException {
    return program("client-desktop").stream().filter(jar -> !isNative(jar)).toList();
  }

  List<Path> server() throws PackagingException {
    return program("signaling-server");
  }

  /// The jar that holds webrtc-java's library for this system.
  Path nativeLibrary() throws PackagingException {
    return program("client-desktop").stream()
        .filter(Built::isNative)
        .findFirst()
        .orElseThrow(() -> new PackagingException("webrtc-java's native part was not built in."));
  }

  /// The modules of JavaFX with their libraries for this system; Maven adds a jar to each that
  /// holds nothing.
  List<Path> javaFx() throws PackagingException {
    return inOneVersion(
        jars(project.resolve("client-desktop/target/app/fx")).stream()
            .filter(jar -> name(jar).matches("javafx-\\w+-[\\d.]+-.+\\.jar"))
            .toList());
  }

  private List<Path> program(String module) throws PackagingException {
    Path target = project.resolve(module).resolve("target");
    List<Path> own =
        jars(target).stream()
            .filter(
                jar ->
                    name(jar).matches("confab-" + module + "-\\d+\\.\\d+\\.\\d+(-[\\w.]+)?\\.jar"))
            .toList();
    if (own.size() != 1) {
      throw new PackagingException("%s is built %d times.".formatted(module, own.size()));
    }
    List<Path> libraries =
        jars(target.resolve("app/lib")).stream()
            .filter(jar -> NOT_SHIPPED.stream().noneMatch(name(jar)::startsWith))
            .toList();
    return Stream.concat(own.stream(), inOneVersion(libraries).stream()).toList();
  }

  /// Maven leaves there what an earlier build has put there: both would be shipped, and the older
  /// one used.
  private static List<Path> inOneVersion(List<Path> jars) throws PackagingException {
    Map<String, Path> found = new HashMap<>();
    for (Path jar : jars) {
      Path other = found.put(name(jar).replaceFirst(VERSION, ""), jar);
      if (other != null) {
        throw new PackagingException(
            "%s is of an earlier build, or %s is: run ./mvnw clean first."
                .formatted(other, name(jar)));
      }
    }
    return jars;
  }

  private static List<Path> jars(Path folder) throws PackagingException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name(file).endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new PackagingException("Not built: " + folder + " cannot be read.", e);
    }
  }

  private static boolean isNative(Path jar) {
    return name(jar).matches(NATIVE);
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
