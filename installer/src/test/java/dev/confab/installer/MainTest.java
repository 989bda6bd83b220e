package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir private Path folder;

  @Test
  void nothingOfAnEarlierBuildStandsBesideWhatIsMade() throws Exception {
    Path dist = Files.createDirectories(folder.resolve("dist"));
    for (String name :
        new String[] {"confab_0.1.0_amd64.deb", "confab-0.1.0.cdx.json", "confab-0.2.0.cdx.json"}) {
      Files.createFile(dist.resolve(name));
    }

    Main.clear(
        new Plan(
            folder,
            folder.resolve("work"),
            dist,
            PackageVersion.of("0.2.0"),
            "https://example.org/confab",
            Instant.EPOCH,
            true,
            null));

    assertThat(dist).isDirectoryContaining("glob:**/confab-0.2.0.cdx.json");
    assertThat(dist.toFile().list()).hasSize(1);
  }
}
