package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/// An argument file of jpackage's, an option a line. Which options there are: the manual of JDK
/// 25's jpackage, which prints those of the system it runs on only.
final class JpackageOptions {
  private static final Set<String> OF_EVERY_SYSTEM =
      Set.of(
          "--name",
          "--vendor",
          "--description",
          "--copyright",
          "--about-url",
          "--license-file",
          "--icon",
          "--resource-dir");

  static final Set<String> OF_WINDOWS =
      and(
          "--win-dir-chooser",
          "--win-help-url",
          "--win-menu",
          "--win-menu-group",
          "--win-per-user-install",
          "--win-shortcut",
          "--win-shortcut-prompt",
          "--win-update-url",
          "--win-upgrade-uuid");

  static final Set<String> OF_MAC_OS =
      and(
          "--mac-package-identifier",
          "--mac-package-name",
          "--mac-package-signing-prefix",
          "--mac-entitlements",
          "--mac-app-category");

  /// jpackage is started in the project's folder, the tests in the module's.
  private static final Path PROJECT = Path.of("..");

  private JpackageOptions() {}

  private static Set<String> and(String... options) {
    return Stream.concat(OF_EVERY_SYSTEM.stream(), Stream.of(options))
        .collect(Collectors.toUnmodifiableSet());
  }

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

  static void assertFilesAreThere(Map<String, String> options) {
    List<String> files =
        Stream.of("--license-file", "--icon", "--resource-dir", "--mac-entitlements")
            .filter(options::containsKey)
            .map(options::get)
            .toList();
    assertThat(files)
        .hasSizeGreaterThan(2)
        .allSatisfy(f -> assertThat(PROJECT.resolve(f)).exists());
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
