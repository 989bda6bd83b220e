package dev.confab.client.settings;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.SpeakerChoice;

/// What is remembered from one start to the next. The texts are as the person typed them and must
/// be checked like anything typed.
public record Settings(
    Lobby lobby, Media media, WindowSize window, Screen screen, Updates updates) {
  public static final Settings DEFAULTS =
      new Settings(
          new Lobby("", "", "", false),
          new Media(CameraChoice.ANY, MicrophoneChoice.ANY, SpeakerChoice.ANY, false, false),
          new WindowSize(1040, 720),
          new Screen(Layout.GRID, OwnPicture.FLOATING),
          new Updates(Check.NOT_CHOSEN, ""));

  /// The fields of the lobby; empty: never filled in.
  public record Lobby(String name, String room, String server, boolean addressHidden) {}

  public record Media(
      CameraChoice camera,
      MicrophoneChoice microphone,
      SpeakerChoice speaker,
      boolean microphoneMuted,
      boolean cameraOff) {

    public static Media of(MediaWish wish) {
      return new Media(
          wish.camera(),
          wish.microphone(),
          wish.speaker(),
          wish.microphoneMuted(),
          wish.cameraOff());
    }

    public MediaWish wish() {
      return new MediaWish(camera, cameraOff, microphone, microphoneMuted, speaker);
    }
  }

  /// In pixels of the layout, as the window system counts them.
  public record WindowSize(double width, double height) {}

  /// How the people in a call are laid out.
  public record Screen(Layout layout, OwnPicture own) {}

  public enum Layout {
    /// All alike, as large as they fit.
    GRID,
    /// Who talks is large.
    SPEAKER
  }

  public enum OwnPicture {
    /// Over a corner.
    FLOATING,
    /// A tile like the others'.
    TILE,
    HIDDEN
  }

  /// Whether to look for newer versions. `dismissed` is the version that the person does not want
  /// to be told of again; empty: none.
  public record Updates(Check check, String dismissed) {}

  public enum Check {
    ON,
    OFF,
    /// As the build has it.
    NOT_CHOSEN
  }

  public Settings withLobby(Lobby newLobby) {
    return new Settings(newLobby, media, window, screen, updates);
  }

  public Settings withMedia(Media newMedia) {
    return new Settings(lobby, newMedia, window, screen, updates);
  }

  public Settings withWindow(WindowSize newWindow) {
    return new Settings(lobby, media, newWindow, screen, updates);
  }

  public Settings withScreen(Screen newScreen) {
    return new Settings(lobby, media, window, newScreen, updates);
  }

  public Settings withUpdates(Updates newUpdates) {
    return new Settings(lobby, media, window, screen, newUpdates);
  }
}
