package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What of the container's file can be seen without an engine that builds it.
class ContainerfileTest {
  private final List<String> steps = steps();

  /// Without comments, and each on one line.
  private static List<String> steps() {
    try {
      Path here = Path.of("installer/src/main/container/Containerfile");
      Path file = Files.exists(here) ? here : Path.of("src/main/container/Containerfile");
      return Files.readString(file)
          .replaceAll("(?m)^#.*\n", "")
          .replaceAll("\\\\\n *", "")
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> ofTheImage() {
    return steps.subList(steps.lastIndexOf("FROM debian:12-slim"), steps.size());
  }

  @Test
  void itBeginsWithOneReleaseOfDebian() {
    assertThat(steps).filteredOn(step -> step.startsWith("FROM ")).hasSize(2);
    assertThat(steps)
        .filteredOn(step -> step.startsWith("FROM "))
        .allMatch(step -> step.matches("FROM debian:[0-9]+-slim( AS package)?"));
  }

  @Test
  void nothingComesFromElsewhere() {
    assertThat(steps)
        .noneMatch(step -> step.startsWith("ADD ") || step.contains("://") || step.contains("apt"));
  }

  @Test
  void itsUserIsNobody() {
    assertThat(ofTheImage()).containsOnlyOnce("USER 65532:65532");
    assertThat(ofTheImage()).filteredOn(step -> step.startsWith("USER ")).hasSize(1);
  }

  @Test
  void whatItTakesIsWhatThePackageHas() throws IOException {
    assertThat(steps).contains("COPY confab-server_*.deb /package.deb");
    assertThat(ofTheImage())
        .contains("COPY --from=package /tree/opt/confab-server /opt/confab-server")
        .contains("ENTRYPOINT [\"/opt/confab-server/bin/confab-server\"]");
    // where the service, which a test starts, finds it too
    assertThat(ServerPackageFiles.lines("confab-server.service"))
        .anyMatch(line -> line.startsWith("ExecStart=/opt/confab-server/bin/confab-server "));
  }

  @Test
  void itSaysHowItIs() {
    assertThat(ofTheImage()).anyMatch(step -> step.startsWith("HEALTHCHECK "));
    assertThat(ofTheImage()).contains("STOPSIGNAL SIGTERM", "EXPOSE 8443");
  }
}
