package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packages ask for the libraries that what is inside them is linked to: no fewer, and no more.
class DependenciesTest {
  private static final Path FILES = Path.of("src/main/linux/confab");
  private static final Path APP = Path.of("../client-desktop/target/app");

  /// Which package of Debian has a library. Debian 13 and Ubuntu 24.04 renamed some of them. JavaFX
  /// 25 wants no older GTK (JDK-8359396).
  private static final Map<String, String> DEBIAN =
      Map.ofEntries(
          Map.entry("libGL.so.1", "libgl1"),
          Map.entry("libX11.so.6", "libx11-6"),
          Map.entry("libXcomposite.so.1", "libxcomposite1"),
          Map.entry("libXext.so.6", "libxext6"),
          Map.entry("libXfixes.so.3", "libxfixes3"),
          Map.entry("libXi.so.6", "libxi6"),
          Map.entry("libXrandr.so.2", "libxrandr2"),
          Map.entry("libXrender.so.1", "libxrender1"),
          Map.entry("libXtst.so.6", "libxtst6"),
          Map.entry("libXxf86vm.so.1", "libxxf86vm1"),
          Map.entry("libatk-1.0.so.0", "libatk1.0-0t64 | libatk1.0-0"),
          Map.entry("libcairo-gobject.so.2", "libcairo-gobject2"),
          Map.entry("libcairo.so.2", "libcairo2"),
          Map.entry("libdbus-1.so.3", "libdbus-1-3"),
          Map.entry("libfontconfig.so.1", "libfontconfig1"),
          Map.entry("libfreetype.so.6", "libfreetype6"),
          Map.entry("libgdk-3.so.0", "libgtk-3-0t64 | libgtk-3-0 (>= 3.20)"),
          Map.entry("libgdk_pixbuf-2.0.so.0", "libgdk-pixbuf-2.0-0"),
          Map.entry("libgio-2.0.so.0", "libglib2.0-0t64 | libglib2.0-0"),
          Map.entry("libglib-2.0.so.0", "libglib2.0-0t64 | libglib2.0-0"),
          Map.entry("libgobject-2.0.so.0", "libglib2.0-0t64 | libglib2.0-0"),
          Map.entry("libgthread-2.0.so.0", "libglib2.0-0t64 | libglib2.0-0"),
          Map.entry("libgtk-3.so.0", "libgtk-3-0t64 | libgtk-3-0 (>= 3.20)"),
          Map.entry("libpango-1.0.so.0", "libpango-1.0-0"),
          Map.entry("libpangocairo-1.0.so.0", "libpangocairo-1.0-0"),
          Map.entry("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
          Map.entry("libpulse.so.0", "libpulse0"),
          Map.entry("libudev.so.1", "libudev1"));

  private static final Pattern NEEDED = Pattern.compile("\\(NEEDED\\).*\\[(.+)]");

  /// The C library, in its parts.
  private static final Pattern OF_LIBC =
      Pattern.compile("(lib(c|m|dl|pthread|rt)|ld-linux.*)\\.so\\.\\d");

  @TempDir
  @SuppressWarnings("NullAway.Init") // by JUnit
  private Path folder;

  @Test
  void theDebAsksForThePackagesOfTheLibraries() throws Exception {
    Set<String> packages = new TreeSet<>(Set.of("libc6 (>= 2.18)"));
    for (String library : linked()) {
      assertThat(DEBIAN).containsKey(library);
      packages.add(DEBIAN.get(library));
    }
    String depends =
        Files.readAllLines(FILES.resolve("control")).stream()
            .filter(line -> line.startsWith("Depends: "))
            .collect(Collectors.joining());

    assertThat(Set.of(depends.substring("Depends: ".length()).split(", "))).isEqualTo(packages);
  }

  @Test
  void theRpmAsksForTheLibraries() throws Exception {
    Set<String> asked =
        Pattern.compile("(?m)^Requires: (lib.*\\.so.*)\\(\\)\\(64bit\\)$")
            .matcher(Files.readString(FILES.resolve("confab.spec")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(asked).isEqualTo(linked());
  }

  private Set<String> linked() throws Exception {
    Set<String> linked = new TreeSet<>();
    Map<String, Path> natives = natives();
    for (Path library : natives.values()) {
      Ran answer = Ran.ofTool("readelf", "--dynamic", library.toString());
      NEEDED.matcher(answer.output()).results().forEach(found -> linked.add(found.group(1)));
    }
    linked.removeIf(name -> natives.containsKey(name) || OF_LIBC.matcher(name).matches());
    return linked;
  }

  /// All of JavaFX's, of webrtc-java's and of Java's. Java's library for sound cards is the one
  /// that is not used: WebRTC has its own way to the sound server.
  private Map<String, Path> natives() throws IOException {
    Map<String, Path> natives = new TreeMap<>();
    List<Path> jars = Stream.concat(jars("lib"), jars("fx")).toList();
    assumeThat(jars).as("the client is packed, with JavaFX").anyMatch(this::isJavaFx);
    for (Path jar : jars) {
      unpack(jar, natives);
    }
    Path java = Path.of(System.getProperty("java.home"), "lib");
    try (Stream<Path> libraries = Files.walk(java, 2)) {
      libraries
          .filter(file -> file.toString().endsWith(".so") && !file.endsWith("libjsound.so"))
          .forEach(file -> natives.put(file.getFileName().toString(), file));
    }
    return natives;
  }

  private boolean isJavaFx(Path jar) {
    return jar.getFileName().toString().matches("javafx-graphics-.*-linux.*\\.jar");
  }

  private static Stream<Path> jars(String name) throws IOException {
    Path folder = APP.resolve(name);
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList().stream();
    }
  }

  private void unpack(Path jar, Map<String, Path> natives) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream()
          .filter(entry -> entry.getName().endsWith(".so"))
          .forEach(
              entry -> {
                String name = Path.of(entry.getName()).getFileName().toString();
                Path target = folder.resolve(name);
                try (InputStream in = file.getInputStream(entry)) {
                  Files.copy(in, target);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                natives.put(name, target);
              });
    }
  }

  @Test
  void eachLibraryOfOthersHasItsTermsInTheCopyrightFile() throws IOException {
    List<Pattern> named =
        Pattern.compile("(?m)^Files: opt/confab/lib/(\\S+)$")
            .matcher(Files.readString(FILES.resolve("copyright")))
            .results()
            .map(found -> Pattern.compile(found.group(1).replace(".", "\\.").replace("*", ".*")))
            .toList();
    List<String> jars = jars("lib").map(jar -> jar.getFileName().toString()).toList();
    assumeThat(jars).as("the client is packed").isNotEmpty();

    assertThat(jars.stream().filter(jar -> !jar.startsWith("confab-")))
        .allSatisfy(jar -> assertThat(named).anyMatch(pattern -> pattern.matcher(jar).matches()));
  }
}
