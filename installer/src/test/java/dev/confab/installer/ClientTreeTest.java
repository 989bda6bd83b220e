package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientTreeTest {
  private static final ClientTree TREE = new ClientTree(Path.of("/a place"));

  @Test
  void itIsStartedByItsScript() {
    assertThat(TREE.command(List.of())).containsExactly("/a place/bin/confab");
  }

  @Test
  void whatJavaIsToldBesideKeepsItsBlanks() {
    assertThat(TREE.command(List.of("-XX:AOTCacheOutput=" + TREE.cache(), "-Da=b")))
        .containsExactly(
            "env",
            "JDK_JAVA_OPTIONS=\"-XX:AOTCacheOutput=/a place/lib/confab.aot\" \"-Da=b\"",
            "/a place/bin/confab");
  }
}
