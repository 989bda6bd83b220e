package dev.confab.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.SpeakerChoice;
import dev.confab.client.settings.Settings.Check;
import dev.confab.client.settings.Settings.Layout;
import dev.confab.client.settings.Settings.Lobby;
import dev.confab.client.settings.Settings.Media;
import dev.confab.client.settings.Settings.OwnPicture;
import dev.confab.client.settings.Settings.Screen;
import dev.confab.client.settings.Settings.Updates;
import dev.confab.client.settings.Settings.WindowSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  private static final Settings ALL =
      new Settings(
          new Lobby("Anna Nováková = 🙂", "annas-room", "talk.example.org:8443", true),
          new Media(
              new CameraChoice.Device("none"),
              new MicrophoneChoice.Clip(Path.of("/tmp/a clip.wav")),
              new SpeakerChoice.None(),
              true,
              true),
          new WindowSize(800, 600.5),
          new Screen(Layout.SPEAKER, OwnPicture.HIDDEN),
          new Updates(Check.OFF, "0.3.0"));

  @TempDir Path folder;

  private SettingsFile file() {
    return new SettingsFile(folder.resolve("deep").resolve("confab.properties"));
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    file().write(ALL);

    assertThat(file().read()).isEqualTo(ALL);
  }

  @Test
  void everyKindOfChoiceSurvives() throws IOException {
    Media test =
        new Media(
            new CameraChoice.Pattern(),
            new MicrophoneChoice.Tone(),
            new SpeakerChoice.Device("Headset"),
            false,
            false);
    Media none =
        new Media(
            new CameraChoice.None(), new MicrophoneChoice.None(), SpeakerChoice.ANY, false, false);
    for (Media media : new Media[] {test, none}) {
      file().write(ALL.withMedia(media));

      assertThat(file().read().media()).isEqualTo(media);
    }
  }

  @Test
  void theFirstStartHasDefaults() throws IOException {
    assertThat(file().read()).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void rubbishIsReadAsDefaults() throws IOException {
    byte[] noise = new byte[4000];
    new Random(1).nextBytes(noise);
    Path path = folder.resolve("confab.properties");
    Files.write(path, noise);

    assertThat(new SettingsFile(path).read()).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void aBadValueSpoilsNoOther() throws IOException {
    Path path = folder.resolve("confab.properties");
    Files.writeString(
        path,
        "name=Anna\nwindow.width=NaN\nwindow.height=-3\ncamera=\\u0000\ncall.layout=heap\nupdate.check=perhaps\nroom=\\uZZ\n");

    Settings read = new SettingsFile(path).read();

    assertThat(read.lobby().name()).isEqualTo("Anna");
    assertThat(read.window()).isEqualTo(Settings.DEFAULTS.window());
    assertThat(read.media().camera()).isEqualTo(CameraChoice.ANY);
    assertThat(read.screen()).isEqualTo(Settings.DEFAULTS.screen());
    assertThat(read.updates().check()).isEqualTo(Check.NOT_CHOSEN);
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Path path = folder.resolve("confab.properties");
    Files.writeString(path, "name=Anna\n" + "#".repeat(70_000));

    assertThat(new SettingsFile(path).read()).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    file().write(ALL);
    file().write(Settings.DEFAULTS);

    try (var files = Files.list(folder.resolve("deep"))) {
      assertThat(files).containsExactly(file().path());
    }
  }
}
