package dev.confab.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFolderTest {
  private static final Path HOME = Path.of("/home/anna");

  /// Absolute in the sense of the system that runs the test: with a drive on Windows.
  private static final String ELSEWHERE = Path.of("/elsewhere").toAbsolutePath().toString();

  @Test
  void linuxHasItsConfigFolder() {
    assertThat(SettingsFolder.file("Linux", Map.of(), HOME).path())
        .isEqualTo(Path.of("/home/anna/.config/confab/confab.properties"));
  }

  @Test
  void linuxMayHaveItElsewhere() {
    assertThat(SettingsFolder.file("Linux", Map.of("XDG_CONFIG_HOME", ELSEWHERE), HOME).path())
        .isEqualTo(Path.of(ELSEWHERE, "confab", "confab.properties"));
  }

  @Test
  void aRelativeConfigFolderDoesNotCount() {
    assertThat(SettingsFolder.file("Linux", Map.of("XDG_CONFIG_HOME", "here"), HOME).path())
        .isEqualTo(Path.of("/home/anna/.config/confab/confab.properties"));
  }

  @Test
  void windowsHasItsAppData() {
    assertThat(SettingsFolder.file("Windows 11", Map.of("APPDATA", ELSEWHERE), HOME).path())
        .isEqualTo(Path.of(ELSEWHERE, "Confab", "confab.properties"));
  }

  @Test
  void macHasItsApplicationSupport() {
    assertThat(SettingsFolder.file("Mac OS X", Map.of(), HOME).path())
        .isEqualTo(Path.of("/home/anna/Library/Application Support/Confab/confab.properties"));
  }
}
