package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What GitHub runs for us runs nobody else's newest code, and hands no secret to a stranger.
class WorkflowTest {
  private static final Path FOLDER = Path.of("..", ".github", "workflows");

  private static final String GOOD =
      """
      on:
        pull_request:
      permissions:
        contents: read
      jobs:
        test:
          runs-on: ubuntu-latest
          timeout-minutes: 5
          steps:
            - uses: actions/checkout@0123456789abcdef0123456789abcdef01234567 # v1.2.3
            - name: A script
              env:
                TITLE: ${{ github.event.pull_request.title }}
              run: |
                echo "$TITLE"
      """;

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void nothingIsWrongWithOurs(Path file) throws IOException {
    assertThat(Workflow.of(Files.readString(file)).problems()).isEmpty();
  }

  @Test
  void testsAndReleaseAreThere() throws IOException {
    assertThat(files().map(file -> file.getFileName().toString()))
        .contains("test.yml", "release.yml");
  }

  @Test
  void nothingIsWrongWithAGoodOne() {
    assertThat(Workflow.of(GOOD).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@0123456789abcdef0123456789abcdef01234567 # v1.2.3 | @v1 | not pinned",
        "@0123456789abcdef0123456789abcdef01234567 # v1.2.3 | @0123456 # v1.2.3 | not pinned",
        "# v1.2.3 | '' | not pinned",
        "permissions: | rights: | no permissions",
        "pull_request: | pull_request_target: | strangers' code the secrets",
        "echo \"$TITLE\" | echo '${{ github.event.pull_request.title }}' | expression in a script",
        "timeout-minutes: 5 | if: true | time limits",
        "github.event.pull_request.title | secrets.KEY | strangers' code runs here"
      })
  void aBadOneIsSeen(String good, String bad, String problem) {
    assertThat(GOOD).contains(good);
    List<String> problems = Workflow.of(GOOD.replace(good, bad)).problems();
    assertThat(problems).hasSize(1).first().asString().contains(problem);
  }
}
