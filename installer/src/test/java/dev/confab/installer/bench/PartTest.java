package dev.confab.installer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {
  @TempDir private Path app;

  @Test
  void everyFileCountsInOnePartAndOnce() throws Exception {
    for (String path :
        List.of(
            "bin/confab",
            "LICENSE",
            "lib/confab.aot",
            "lib/a.jar",
            "lib/b.jar",
            "lib/libwebrtc-java.so",
            "runtime/lib/modules",
            "runtime/lib/server/libjvm.so",
            "runtime/lib/libglassgtk3.so")) {
      Files.createDirectories(app.resolve(path).getParent());
      Files.writeString(app.resolve(path), "1234567890");
    }
    Files.createSymbolicLink(app.resolve("runtime/link"), Path.of("lib/modules"));
    assertThat(Part.of(app).stream().map(Part::bytes))
        .containsExactly(10L, 10L, 10L, 10L, 10L, 20L, 20L);
  }
}
