package dev.confab.client.settings;

import dev.confab.client.settings.Settings.Check;
import dev.confab.client.settings.Settings.Layout;
import dev.confab.client.settings.Settings.Lobby;
import dev.confab.client.settings.Settings.OwnPicture;
import dev.confab.client.settings.Settings.Screen;
import dev.confab.client.settings.Settings.Updates;
import dev.confab.client.settings.Settings.WindowSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;

/// The settings as a [PropertiesFile]. Both methods wait for the disk: never on the FX thread.
public record SettingsFile(Path path) {
  private static final int MAX_TEXT = 2048;

  /// What is in the file. Whatever is missing or makes no sense is as on the first start, each
  /// value by itself; a file that is not there is no error.
  public Settings read() throws IOException {
    return fromProperties(new PropertiesFile(path).read());
  }

  /// Replaces the file in one step.
  public void write(Settings settings) throws IOException {
    new PropertiesFile(path).write(toProperties(settings));
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
    properties.setProperty("update.check", written(settings.updates().check()));
    properties.setProperty("update.dismissed", settings.updates().dismissed());
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
            oneOf(OwnPicture.values(), text(properties, "call.own-picture"), screen.own())),
        new Updates(
            oneOf(Check.values(), text(properties, "update.check"), Check.NOT_CHOSEN),
            text(properties, "update.dismissed")));
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
