package dev.confab.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.json.JsonLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RelaysTest {
  private static final Path SOURCES = Path.of("src/main/node");

  @Test
  void whatTheRelaysAreMadeOfIsPinned() throws Exception {
    String json = Files.readString(SOURCES.resolve("package.json"));
    Object libraries = JsonLine.read(json).get("dependencies");

    assertThat(libraries).isInstanceOf(Map.class);
    assertThat(
            ((Map<?, ?>) Objects.requireNonNull(libraries)).values().stream().map(String::valueOf))
        .hasSize(3)
        .allMatch(version -> version.matches("\\d+\\.\\d+\\.\\d+"));
  }

  /// It is up to npm's settings where they come from; what they are is told by their hashes.
  @Test
  void theLockFileNamesNoRegistry() throws Exception {
    String lock = Files.readString(SOURCES.resolve("package-lock.json"));

    assertThat(lock).contains("\"integrity\": \"sha512-").doesNotContain("\"resolved\"");
  }
}
