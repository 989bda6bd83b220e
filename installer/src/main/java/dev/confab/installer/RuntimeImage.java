package dev.confab.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// Java with the modules that are used and no others (`jlink`).
final class RuntimeImage {
  /// What `jdeps` finds in our jars and in theirs, but java.sql, of which gson only knows how to
  /// write its types, and java.desktop, which Micrometer has for Log4j; and jdk.unsupported, which
  /// gson asks for by name. `RuntimeImageTest` compares.
  static final List<String> CLIENT =
      List.of(
          "javafx.controls",
          "javafx.swing",
          "java.logging",
          "java.net.http",
          "jdk.management",
          "jdk.unsupported");

  static final List<String> SERVER =
      List.of(
          "java.base",
          "java.logging",
          "java.naming",
          "java.xml",
          "jdk.httpserver",
          "jdk.management",
          "jdk.unsupported");

  private final Plan plan;

  RuntimeImage(Plan plan) {
    this.plan = plan;
  }

  /// JavaFX becomes part of it, its libraries as files: from a jar they would be unpacked into the
  /// person's home at the first start.
  void linkClient(Path to) throws IOException, PackagingException {
    Tree modules = Tree.empty(plan.work().resolve("jmods"));
    for (Path jar : new Built(plan.project()).javaFx()) {
      makeModule(jar, modules);
    }
    link(CLIENT, List.of("--module-path", modules.root().toString()), to);
  }

  void linkServer(Path to) throws IOException, PackagingException {
    link(SERVER, List.of(), to);
  }

  private void link(List<String> modules, List<String> more, Path to)
      throws IOException, PackagingException {
    Tree.delete(to);
    List<String> arguments = new ArrayList<>(more);
    arguments.addAll(List.of("--add-modules", String.join(",", modules)));
    arguments.addAll(List.of("--no-header-files", "--no-man-pages"));
    // line numbers of the JDK and of JavaFX; our own jars keep theirs
    arguments.add("--strip-java-debug-attributes");
    if (Os.here() == Os.LINUX) {
      arguments.addAll(List.of("--strip-native-debug-symbols", "exclude-debuginfo-files"));
    }
    arguments.addAll(List.of("--compress", "zip-6", "--output", to.toString()));
    Tools.jdk("jlink", arguments);
    Files.deleteIfExists(to.resolve(Os.here().program("bin/keytool")));
  }

  private void makeModule(Path jar, Tree modules) throws IOException, PackagingException {
    String name = Built.name(jar).replaceFirst("-\\d.*", "").replace('-', '.');
    Tree classes = Tree.empty(plan.work().resolve("javafx").resolve(name).resolve("classes"));
    Tree libraries = Tree.empty(plan.work().resolve("javafx").resolve(name).resolve("libraries"));
    unpack(jar, classes, libraries);
    Tools.jdk(
        "jmod",
        List.of(
            "create",
            "--class-path",
            classes.root().toString(),
            "--libs",
            libraries.root().toString(),
            modules.at(name + ".jmod").toString()));
  }

  private static void unpack(Path jar, Tree classes, Tree libraries) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Enumeration<JarEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.isDirectory() || entry.getName().startsWith("META-INF/")) {
          continue;
        }
        Tree tree = entry.getName().matches(".*\\.(so|dll|dylib)") ? libraries : classes;
        Path to = tree.at(entry.getName()).normalize();
        if (!to.startsWith(tree.root())) {
          throw new IOException(jar + " reaches out of its folder: " + entry.getName());
        }
        Files.createDirectories(to.getParent());
        try (InputStream in = file.getInputStream(entry)) {
          Files.copy(in, to);
        }
      }
    }
  }
}
