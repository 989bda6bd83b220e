package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/// An argument file of jpackage's, an option a line. Which options there are, and for what: the
/// manual of JDK 25's jpackage, which prints those of the system it runs on only, and its
/// `ValidOptions`.
final class JpackageOptions {
  private static final Set<String> OF_EVERY_IMAGE =
      Set.of("--name", "--vendor", "--description", "--copyright");

  static final Set<String> OF_AN_IMAGE_OF_WINDOWS = OF_EVERY_IMAGE;

  static final Set<String> OF_A_PACKAGE_OF_WINDOWS =
      Set.of(
          "--about-url",
          "--win-dir-chooser",
          "--win-help-url",
          "--win-menu",
          "--win-menu-group",
          "--win-per-user-install",
          "--win-shortcut",
          "--win-shortcut-prompt",
          "--win-update-url",
          "--win-upgrade-uuid");

  static final Set<String> OF_AN_IMAGE_OF_MAC_OS =
      Stream.concat(
              OF_EVERY_IMAGE.stream(),
              Stream.of("--mac-package-identifier", "--mac-package-name", "--mac-app-category"))
          .collect(Collectors.toUnmodifiableSet());

  static final Set<String> OF_A_PACKAGE_OF_MAC_OS = Set.of("--about-url", "--mac-dmg-content");

  private static final Path PROJECT = Path.of("..");

  private JpackageOptions() {}

  /// An option to its value, without quotes; empty where it takes none.
  static Map<String, String> read(Path file) throws IOException {
    Map<String, String> options = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" ", 2);
        String value = parts.length == 1 ? "" : parts[1];
        assertThat(value).as(line).matches("\"[^\"]*\"|[^\" ]*");
        assertThat(options.put(parts[0], value.replace("\"", ""))).as("given twice").isNull();
      }
    }
    return options;
  }

  static void assertHomePageIsTheProjects(Map<String, String> options) throws Exception {
    Element pom = Xml.read(PROJECT.resolve("pom.xml")).getDocumentElement();
    String url =
        Xml.children(pom).stream()
            .filter(element -> element.getLocalName().equals("url"))
            .map(Element::getTextContent)
            .collect(Collectors.joining());
    assertThat(options).containsEntry("--about-url", url);
  }
}
