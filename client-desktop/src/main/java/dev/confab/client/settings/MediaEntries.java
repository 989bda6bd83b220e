package dev.confab.client.settings;

import dev.confab.client.settings.Settings.Media;
import java.util.Properties;

/// Devices and toggles as entries of a Properties file.
public final class MediaEntries {
  private MediaEntries() {}

  public static void put(Properties properties, Media media) {
    properties.setProperty("camera", ChoiceText.of(media.camera()));
    properties.setProperty("microphone", ChoiceText.of(media.microphone()));
    properties.setProperty("speaker", ChoiceText.of(media.speaker()));
    properties.setProperty("microphone.muted", Boolean.toString(media.microphoneMuted()));
    properties.setProperty("camera.off", Boolean.toString(media.cameraOff()));
  }

  /// Whatever is missing or makes no sense is as on the first start.
  public static Media of(Properties properties) {
    return new Media(
        ChoiceText.camera(SettingsFile.text(properties, "camera")),
        ChoiceText.microphone(SettingsFile.text(properties, "microphone")),
        ChoiceText.speaker(SettingsFile.text(properties, "speaker")),
        Boolean.parseBoolean(SettingsFile.text(properties, "microphone.muted")),
        Boolean.parseBoolean(SettingsFile.text(properties, "camera.off")));
  }
}
