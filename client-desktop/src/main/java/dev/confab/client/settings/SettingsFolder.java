package dev.confab.client.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where each operating system wants a program's settings: `$XDG_CONFIG_HOME/confab` or
/// `~/.config/confab` (XDG Base Directory Specification), `%APPDATA%\Confab`,
/// `~/Library/Application Support/Confab`.
public final class SettingsFolder {
  private static final String FILE = "confab.properties";

  private SettingsFolder() {}

  /// The file of the person who runs this program.
  public static SettingsFile ofThisPerson() {
    return file(
        System.getProperty("os.name", ""),
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")));
  }

  /// A folder in the same place, for what is not settings and not for long.
  public static Path ofThisPerson(String name) {
    return ofThisPerson().path().resolveSibling(name);
  }

  static SettingsFile file(String osName, Map<String, String> environment, Path home) {
    return new SettingsFile(folder(osName, environment, home).resolve(FILE));
  }

  private static Path folder(String osName, Map<String, String> environment, Path home) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path appData = absolute(environment.get("APPDATA"));
      return (appData != null ? appData : home.resolve("AppData").resolve("Roaming"))
          .resolve("Confab");
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Confab");
    }
    Path config = absolute(environment.get("XDG_CONFIG_HOME"));
    return (config != null ? config : home.resolve(".config")).resolve("confab");
  }

  // The specification: a relative path there counts as none.
  private static @Nullable Path absolute(@Nullable String path) {
    return path != null && !path.isBlank() && Path.of(path).isAbsolute() ? Path.of(path) : null;
  }
}
