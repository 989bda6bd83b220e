package dev.confab.installer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A part of what is installed, and the sum of its files' sizes.
record Part(String name, long bytes) {
  private static final Map<String, String> PATTERNS = patterns();

  private static Map<String, String> patterns() {
    Map<String, String> patterns = new LinkedHashMap<>();
    patterns.put("what Java has learnt (AOT cache)", "lib/confab\\.aot");
    patterns.put("classes of Java and JavaFX", "runtime/lib/modules");
    patterns.put("Java's machine, libjvm", "runtime/lib/server/.*");
    patterns.put("their other libraries and files", "runtime/.*");
    patterns.put("webrtc-java's library", "lib/libwebrtc-java\\.so");
    patterns.put("jars: Confab and libraries", "lib/.*\\.jar");
    patterns.put("scripts, options, licence", ".*");
    return patterns;
  }

  /// Of the app as it is installed.
  static List<Part> of(Path app) throws IOException {
    Map<String, Long> sums = new LinkedHashMap<>();
    PATTERNS.keySet().forEach(name -> sums.put(name, 0L));
    try (Stream<Path> files = Files.walk(app)) {
      for (Path file : files.toList()) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          sums.merge(name(app.relativize(file).toString()), Files.size(file), Long::sum);
        }
      }
    }
    List<Part> parts = new ArrayList<>();
    sums.forEach((name, bytes) -> parts.add(new Part(name, bytes)));
    return parts;
  }

  /// Of the first pattern that fits.
  static String name(String path) {
    return PATTERNS.entrySet().stream()
        .filter(it -> path.matches(it.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
