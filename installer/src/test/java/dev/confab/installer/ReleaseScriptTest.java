package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `.github/release`, in a project of its own.
@EnabledOnOs(value = OS.LINUX, disabledReason = "releases are drafted on Linux")
class ReleaseScriptTest {
  private static final Path SCRIPT = Path.of("..", ".github", "release");

  @TempDir private Path folder;

  private record Run(int status, String output) {}

  @BeforeEach
  void project() throws IOException {
    Files.createDirectories(folder.resolve(".github"));
    Files.copy(SCRIPT, copy(), StandardCopyOption.COPY_ATTRIBUTES);
    pom("0.2.0", "2026-12-01T00:00:00Z");
    Files.writeString(
        folder.resolve("CHANGELOG.md"),
        """
        # Changelog

        ## [Unreleased]

        ### Added
        - Not yet.

        ## [0.2.0] - 2026-12-01

        ### Added
        - Installers.

        ### Fixed
        - A `$thing`, and a \\ too.

        ## [0.1.0] - 2026-10-01
        - The first.

        [0.2.0]: https://example.org/
        """);
  }

  private void pom(String version, String time) throws IOException {
    Files.writeString(
        folder.resolve("pom.xml"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <project>
          <modelVersion>4.0.0</modelVersion>
          <version>%s</version>
          <properties>
            <project.build.outputTimestamp>%s</project.build.outputTimestamp>
          </properties>
        </project>
        """
            .formatted(version, time));
  }

  private Path copy() {
    return folder.resolve(".github").resolve("release");
  }

  private Run run(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(copy().toString()));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), output);
  }

  // --- check ------------------------------------------------------------------------------------

  @Test
  void aTagThatAgreesGivesTheVersion() throws Exception {
    assertThat(run("check", "v0.2.0")).isEqualTo(new Run(0, "0.2.0\n"));
  }

  @Test
  void aTagOfAnotherVersionIsNone() throws Exception {
    assertThat(run("check", "v0.3.0"))
        .isEqualTo(new Run(1, "release: the tag is v0.3.0, and pom.xml has the version 0.2.0.\n"));
  }

  @Test
  void aSnapshotIsNotReleased() throws Exception {
    pom("0.2.0-SNAPSHOT", "2026-12-01T00:00:00Z");
    assertThat(run("check", "v0.2.0-SNAPSHOT").output()).contains("that is none to release");
  }

  @Test
  void aVersionWithoutAPartInTheChangelogIsNotReleased() throws Exception {
    pom("0.2.1", "2026-12-01T00:00:00Z");
    assertThat(run("check", "v0.2.1"))
        .isEqualTo(
            new Run(1, "release: CHANGELOG.md has no line '## [0.2.1] - YEAR-MONTH-DAY'.\n"));
  }

  @Test
  void theJarsAreOfTheDayOfTheRelease() throws Exception {
    pom("0.2.0", "2026-01-01T00:00:00Z");
    Run run = run("check", "v0.2.0");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("outputTimestamp is 2026-01-01T00:00:00Z");
  }

  // --- notes ------------------------------------------------------------------------------------

  @Test
  void theNotesAreThatVersionsPartAlone() throws Exception {
    assertThat(run("notes", "0.2.0"))
        .isEqualTo(
            new Run(0, "### Added\n- Installers.\n\n### Fixed\n- A `$thing`, and a \\ too.\n"));
    assertThat(run("notes", "0.1.0")).isEqualTo(new Run(0, "- The first.\n"));
  }

  @Test
  void thereAreNoNotesOfAnUnknownVersion() throws Exception {
    assertThat(run("notes", "0.9.0").status()).isEqualTo(1);
  }

  // --- collect ----------------------------------------------------------------------------------

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve("from").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void allFilesComeTogetherWithTheirSums() throws Exception {
    file("linux/confab 1.deb", "a");
    file("windows/confab.msi", "b");
    assertThat(run("collect", from(), to().toString())).isEqualTo(new Run(0, ""));
    assertThat(Files.readString(to().resolve("SHA256SUMS")))
        .isEqualTo(
            """
            ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  confab 1.deb
            3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  confab.msi
            """);
    assertThat(to().resolve("confab.msi")).hasContent("b");
  }

  @Test
  void twoFilesOfOneNameAreAMistake() throws Exception {
    file("linux/confab.deb", "a");
    file("other/confab.deb", "b");
    assertThat(run("collect", from(), to().toString()))
        .isEqualTo(new Run(1, "release: there are two of confab.deb.\n"));
  }

  @Test
  void nothingIsNoRelease() throws Exception {
    Files.createDirectories(folder.resolve("from"));
    assertThat(run("collect", from(), to().toString()).status()).isEqualTo(1);
  }

  private String from() {
    return folder.resolve("from").toString();
  }

  private Path to() {
    return folder.resolve("to");
  }
}
