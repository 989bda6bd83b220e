package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltTest {
  @TempDir private Path project;

  @BeforeEach
  void build() throws IOException {
    put("confab-client-desktop-0.2.0.jar");
    put("app/lib/confab-shared-protocol-0.2.0.jar");
    put("app/lib/webrtc-java-0.14.0.jar");
    put("app/lib/webrtc-java-0.14.0-linux-x86_64.jar");
  }

  private void put(String jar) throws IOException {
    Path file = project.resolve("client-desktop/target").resolve(jar);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  @Test
  void theAppsOwnJarComesFirst() throws Exception {
    assertThat(new Built(project).client().stream().map(Built::name))
        .containsExactly(
            "confab-client-desktop-0.2.0.jar",
            "confab-shared-protocol-0.2.0.jar",
            "webrtc-java-0.14.0.jar");
  }

  @Test
  void aLibraryOfAnEarlierBuildIsNotPackedBesideTheNewOne() throws Exception {
    put("app/lib/confab-shared-protocol-0.2.0-beta.1.jar");
    assertThatThrownBy(() -> new Built(project).client())
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("confab-shared-protocol-0.2.0.jar");
  }

  @Test
  void soIsItWithTheNativePart() throws Exception {
    put("app/lib/webrtc-java-0.15.0-linux-x86_64.jar");
    assertThatThrownBy(() -> new Built(project).nativeLibrary())
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("clean");
  }
}
