package dev.confab.client.settings;

import dev.confab.client.settings.Settings.Layout;
import dev.confab.client.settings.Settings.Lobby;
import dev.confab.client.settings.Settings.OwnPicture;
import dev.confab.client.settings.Settings.Screen;
import dev.confab.client.settings.Settings.WindowSize;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;

/// The settings as a Properties file in UTF-8. Both methods wait for the disk: never on the FX
/// thread.
public record SettingsFile(Path path) {
  private static final long MAX_BYTES = 65_536;
  private static final int MAX_TEXT = 2048;

  /// What is in the file. Whatever is missing or makes no sense is as on the first start, each
  /// value by itself; a file that is not there is no error.
  public Settings read() throws IOException {
    Properties properties = new Properties();
    try {
      if (Files.size(path) <= MAX_BYTES) {
        try (Reader reader = Files.newBufferedReader(path)) {
          properties.load(reader);
        }
      }
    } catch (NoSuchFileException firstStart) {
      return Settings.DEFAULTS;
    } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException rubbish) {
      // what could be read before it is kept
    }
    return fromProperties(properties);
  }

  /// Replaces the file in one step: whoever reads it, or a crash, sees the old or the new.
  public void write(Settings settings) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path next = path.resolveSibling(path.getFileName() + ".new");
    try (Writer writer = Files.newBufferedWriter(next)) {
      toProperties(settings).store(writer, "Confab");
    }
    try {
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Properties toProperties(Settings settings) {
    Properties properties = new Properties();
    properties.setProperty("name", settings.lobby().name());
    properties.setProperty("room", settings.lobby().room());
    properties.setProperty("server", settings.lobby().server());
    properties.setProperty("address.hidden", Boolean.toString(settings.lobby().addressHidden()));
    MediaEntries.put(properties, settings.media());
    properties.setProperty("window.width", Double.toString(settings.window().width()));
    properties.setProperty("window.height", Double.toString(settings.window().height()));
    properties.setProperty("call.layout", written(settings.screen().layout()));
    properties.setProperty("call.own-picture", written(settings.screen().own()));
    return properties;
  }

  private static Settings fromProperties(Properties properties) {
    WindowSize size = Settings.DEFAULTS.window();
    Screen screen = Settings.DEFAULTS.screen();
    return new Settings(
        new Lobby(
            text(properties, "name"),
            text(properties, "room"),
            text(properties, "server"),
            Boolean.parseBoolean(text(properties, "address.hidden"))),
        MediaEntries.of(properties),
        new WindowSize(
            length(properties, "window.width", size.width()),
            length(properties, "window.height", size.height())),
        new Screen(
            oneOf(Layout.values(), text(properties, "call.layout"), screen.layout()),
            oneOf(OwnPicture.values(), text(properties, "call.own-picture"), screen.own())));
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E oneOf(E[] values, String text, E otherwise) {
    return Arrays.stream(values)
        .filter(value -> written(value).equals(text))
        .findFirst()
        .orElse(otherwise);
  }

  static String text(Properties properties, String key) {
    String text = properties.getProperty(key, "");
    return text.length() <= MAX_TEXT ? text : "";
  }

  private static double length(Properties properties, String key, double otherwise) {
    try {
      double length = Double.parseDouble(text(properties, key));
      return length >= 100 && length <= 20_000 ? length : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
