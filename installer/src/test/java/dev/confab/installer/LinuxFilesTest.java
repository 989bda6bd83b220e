package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.app.ConfabApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/// What a Linux desktop reads about Confab: each file as its own checker wants it, and all of them
/// about the same program.
class LinuxFilesTest {
  private static final Path FILES = Path.of("src/main/linux/confab");
  private static final Path DESKTOP = FILES.resolve("dev.confab.Confab.desktop");
  private static final String METAINFO = "dev.confab.Confab.metainfo.xml";
  private static final String MANUAL = "confab.1";
  private static final Pattern BLANK = Pattern.compile("@([A-Z_]+)@");

  private static final Map<String, String> FILLED =
      Map.of(
          "VERSION", "1.2.3",
          "DATE", "2026-01-31",
          "URL", "https://example.org/confab");

  @TempDir
  @SuppressWarnings("NullAway.Init") // by JUnit
  private Path folder;

  @Test
  void theMenuEntryIsAsTheStandardWantsIt() throws Exception {
    assertThat(Ran.ofTool("desktop-file-validate", DESKTOP.toString())).isEqualTo(new Ran(0, ""));
  }

  @Test
  void theMenuEntryStartsWhatIsInstalledWithTheLinkAsOneArgument() throws IOException {
    Map<String, String> entry = entry();

    assertThat(entry)
        .containsEntry("Exec", "/opt/confab/bin/confab %u")
        .containsEntry("TryExec", "/opt/confab/bin/confab")
        .containsEntry("Icon", "dev.confab.Confab")
        .containsEntry("MimeType", "x-scheme-handler/confab;")
        .containsEntry("Terminal", "false");
  }

  /// JavaFX tells the window system the name of the application's class.
  @Test
  void theWindowIsTakenForThatOfTheMenuEntry() throws IOException {
    assertThat(entry()).containsEntry("StartupWMClass", ConfabApplication.class.getName());
  }

  private static Map<String, String> entry() throws IOException {
    return Files.readAllLines(DESKTOP).stream()
        .filter(line -> line.contains("="))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
  }

  @Test
  void softwareCentresAcceptTheDescription() throws Exception {
    Ran answer =
        Ran.ofTool(
            "appstreamcli", "validate", "--no-net", "--no-color", filled(METAINFO).toString());

    assertThat(answer.status()).as(answer.output()).isZero();
    assertThat(answer.output()).doesNotContain("W:").doesNotContain("E:");
  }

  @Test
  void theDescriptionIsOfTheMenuEntry() throws Exception {
    Element component = Xml.read(filled(METAINFO)).getDocumentElement();

    assertThat(text(component, "id")).containsExactly("dev.confab.Confab");
    assertThat(text(component, "launchable")).containsExactly(DESKTOP.getFileName().toString());
    assertThat(text(component, "mediatype")).containsExactly("x-scheme-handler/confab");
    assertThat(text(component, "project_license")).containsExactly("Apache-2.0");
    assertThat(Xml.elements(component, "release"))
        .extracting(release -> release.getAttribute("version"))
        .containsExactly("1.2.3");
    assertThat(String.join(";", text(component, "category")) + ";")
        .isEqualTo(entry().get("Categories"));
  }

  private static List<String> text(Element component, String name) {
    return Xml.elements(component, name).stream().map(Element::getTextContent).toList();
  }

  @Test
  void theManualIsSetWithoutComplaint() throws Exception {
    Ran answer = Ran.ofTool("man", "--warnings", "-E", "UTF-8", "-l", filled(MANUAL).toString());

    assertThat(answer.status()).as(answer.output()).isZero();
    assertThat(answer.output())
        .contains("confab - video calls", "EXIT STATUS", "Confab 1.2.3")
        .doesNotContain("warning");
  }

  @ParameterizedTest
  @CsvSource({
    "dev.confab.Confab.desktop, ''",
    "dev.confab.Confab.metainfo.xml, DATE URL VERSION",
    "confab.1, DATE URL VERSION",
    "copyright, URL",
    "lintian-overrides, ''",
    "control, ARCHITECTURE INSTALLED_SIZE URL VERSION",
    "confab.spec, ARCHITECTURE PAYLOAD RELEASE TREE URL VERSION"
  })
  void aTemplateAsksForWhatThePackerKnows(String file, String names) throws IOException {
    String asked =
        BLANK
            .matcher(Files.readString(FILES.resolve(file)))
            .results()
            .map(blank -> blank.group(1))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));

    assertThat(asked).isEqualTo(names);
  }

  private Path filled(String file) throws IOException {
    String text = Files.readString(FILES.resolve(file));
    String full = BLANK.matcher(text).replaceAll(blank -> blank(blank.group(1)));
    return Files.writeString(folder.resolve(file), full);
  }

  private static String blank(String name) {
    return Objects.requireNonNull(FILLED.get(name), name);
  }
}
