package dev.confab.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/// The app as it stands where it is installed on Linux, wherever that is:
///
/// - `bin/confab` starts it;
/// - `lib` has our jars, the native part of webrtc-java, what Java is told, and what it has learnt
///   of the app in a training run (JEP 514);
/// - `runtime` is Java, under the name `confab`, by which the system then shows the process.
record ClientTree(Path root) implements TrainedApp {
  static final String MAIN = "dev.confab.client.app.Main";
  private static final String LIBRARY = "lib/libwebrtc-java.so";

  static ClientTree make(Plan plan, Path root)
      throws IOException, PackagingException, InterruptedException {
    Tree tree = Tree.empty(root);
    Built built = new Built(plan.project());
    List<String> jars = new ArrayList<>();
    for (Path jar : built.client()) {
      String name = Built.name(jar);
      tree.file(jar, "lib/" + name);
      jars.add("$app/lib/" + name);
    }
    takeLibrary(built.nativeLibrary(), tree.at(LIBRARY));
    Path launcher = plan.project().resolve("client-desktop/src/main/launcher");
    tree.program(launcher.resolve("launch"), "lib/launch");
    tree.file(launcher.resolve("confab.options"), "lib/confab.options");
    tree.file(launcher.resolve("window.options"), "lib/window.options");
    if (plan.update() != null) {
      tree.text(plan.update().text(), "lib/update.properties");
    }
    tree.file(plan.project().resolve("LICENSE"), "LICENSE");
    tree.programText(
        Tree.filledIn(
            plan.sources().resolve("linux/confab/confab"),
            Map.of("CLASS_PATH", String.join(":", jars), "MAIN", MAIN)),
        "bin/confab");
    new RuntimeImage(plan).linkClient(tree.at("runtime"));
    tree.program(tree.at("runtime/bin/java"), "runtime/bin/confab");
    tree.finish(plan.time());
    ClientTree made = new ClientTree(root);
    new Training(plan).of(made);
    Files.delete(tree.at("runtime/bin/java")); // with which Java starts itself to write the cache
    tree.finish(plan.time());
    return made;
  }

  /// webrtc-java's library out of its jar: from there it would be unpacked at every start.
  static void takeLibrary(Path jar, Path to) throws IOException, PackagingException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Enumeration<JarEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().matches("[\\w-]+\\.(so|dll|dylib)")) {
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, to);
            return;
          }
        }
      }
    }
    throw new PackagingException(jar + " holds no library.");
  }

  Path script() {
    return root.resolve("bin/confab");
  }

  @Override
  public Path cache() {
    return root.resolve("lib/confab.aot");
  }

  @Override
  public List<String> command(List<String> java) {
    if (java.isEmpty()) {
      return List.of(script().toString());
    }
    String quoted = java.stream().map("\"%s\""::formatted).collect(Collectors.joining(" "));
    return List.of("env", "JDK_JAVA_OPTIONS=" + quoted, script().toString());
  }

  @Override
  public void requireTaken() throws PackagingException, InterruptedException {
    Tools.run(
        List.of(script().toString(), "--version"), Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=on"));
  }
}
