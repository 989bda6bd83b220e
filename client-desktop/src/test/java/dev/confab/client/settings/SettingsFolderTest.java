package dev.confab.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFolderTest {
  private static final Path HOME = Path.of("/home/anna");

  @Test
  void linuxHasItsConfigFolder() {
    assertThat(SettingsFolder.file("Linux", Map.of(), HOME).path())
        .isEqualTo(Path.of("/home/anna/.config/confab/confab.properties"));
  }

  @Test
  void linuxMayHaveItElsewhere() {
    assertThat(SettingsFolder.file("Linux", Map.of("XDG_CONFIG_HOME", "/etc/anna"), HOME).path())
        .isEqualTo(Path.of("/etc/anna/confab/confab.properties"));
  }

  @Test
  void aRelativeConfigFolderDoesNotCount() {
    assertThat(SettingsFolder.file("Linux", Map.of("XDG_CONFIG_HOME", "here"), HOME).path())
        .isEqualTo(Path.of("/home/anna/.config/confab/confab.properties"));
  }

  @Test
  void windowsHasItsAppData() {
    assertThat(SettingsFolder.file("Windows 11", Map.of("APPDATA", "/C/Roaming"), HOME).path())
        .isEqualTo(Path.of("/C/Roaming/Confab/confab.properties"));
  }

  @Test
  void macHasItsApplicationSupport() {
    assertThat(SettingsFolder.file("Mac OS X", Map.of(), HOME).path())
        .isEqualTo(Path.of("/home/anna/Library/Application Support/Confab/confab.properties"));
  }
}
