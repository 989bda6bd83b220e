package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.Phase.ServerLink;
import dev.confab.client.call.RemotePeer.Link;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.ui.PaintedPicture;
import dev.confab.client.ui.lobby.LobbyDefaults;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class CallIT {
  @SuppressWarnings("NullAway.Init") // by @Start
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window =
        new OpenWindow(
            stage, 960, 680, new LobbyDefaults("Anna", "annas-room", "localhost", false));
  }

  @Stop
  void stop() {
    window.close();
  }

  @Test
  void aloneOneWaitsAndCanCopyTheLink(FxRobot robot) throws Exception {
    window.join("Anna");
    window.fx(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "old")));
    assertThat(window.isShown("#waiting")).isTrue();
    assertThat(((TextField) window.node("#link")).getText())
        .isEqualTo("confab://talk.example.org/annas-room");

    robot.clickOn("#copy-link");

    window.until(
        () ->
            "confab://talk.example.org/annas-room"
                .equals(Clipboard.getSystemClipboard().getString()));
    assertThat(window.text("#copy-link")).isEqualTo("Copied");
  }

  @Test
  void whoComesTakesThePlaceOfTheWaiting() throws Exception {
    window.join("Anna");
    window.meet("Martin");
    assertThat(window.isShown("#waiting")).isFalse();

    window.call.everyoneLeaves();

    window.until(() -> window.isShown("#waiting"));
  }

  @Test
  void eachControlSaysWhatItDoesAndItsState() throws Exception {
    window.join("Anna");

    assertFace("#microphone", "Mute microphone (M)", "Microphone, on");
    assertFace("#camera", "Turn camera off (V)", "Camera, on");
    assertFace("#next-camera", "Next camera (N)", "Next camera");
    assertFace("#chat", "Open chat (C)", "Chat, closed");
    assertFace("#hand", "Raise hand (R)", "Hand, down");
    assertFace("#people", "Show people (P)", "People, closed, 1 in the call");
    assertFace("#layout-menu", "Layout (L switches)", "Layout, Grid");
    assertFace("#full-screen", "Full screen (F)", "Full screen, off");
    assertFace("#hang-up", "Hang up (Ctrl+H)", "Hang up");
    assertFace("#camera-menu", "Choose a camera", "Choose a camera");
    assertFace("#sound-menu", "Choose a microphone or speaker", "Choose a microphone or speaker");
  }

  private void assertFace(String control, String tooltip, String state) {
    assertThat(window.tooltip(control)).isEqualTo(tooltip);
    assertThat(window.state(control)).isEqualTo(state);
  }

  @Test
  void theControlsCanBeClicked(FxRobot robot) throws Exception {
    window.join("Anna");

    robot.clickOn("#microphone");
    window.until(() -> window.state("#microphone").equals("Microphone, muted"));
    robot.clickOn("#camera");
    window.until(() -> window.state("#camera").equals("Camera, off"));
    robot.clickOn("#chat");
    window.until(() -> window.isShown("#chat-panel"));
    robot.clickOn("#hang-up");
    window.until(() -> window.isShown("#join"));
  }

  @Test
  void theKeyboardDoesTheSame(FxRobot robot) throws Exception {
    window.join("Anna");

    robot.type(KeyCode.M);
    window.until(() -> window.state("#microphone").equals("Microphone, muted"));
    robot.type(KeyCode.M);
    window.until(() -> window.state("#microphone").equals("Microphone, on"));
    robot.type(KeyCode.V);
    window.until(() -> window.state("#camera").equals("Camera, off"));
    robot.type(KeyCode.N);
    window.until(
        () ->
            window
                .settings
                .current()
                .media()
                .camera()
                .equals(new CameraChoice.Device("Integrated Camera")));
    robot.type(KeyCode.C);
    window.until(() -> window.isShown("#chat-panel"));
    robot.type(KeyCode.ESCAPE);
    window.until(() -> !window.isShown("#chat-panel"));
    robot.push(KeyCode.CONTROL, KeyCode.H);
    window.until(() -> window.isShown("#join"));
  }

  @Test
  void withTabAndSpaceEveryControlIsReached(FxRobot robot) throws Exception {
    window.join("Anna");
    window.until(() -> window.node("#microphone").isFocused());

    for (String next : new String[] {"sound-menu", "camera", "camera-menu", "next-camera"}) {
      robot.type(KeyCode.TAB);
      window.until(() -> window.node("#" + next).isFocused());
    }
    robot.type(KeyCode.TAB, 6);
    window.until(() -> window.node("#hang-up").isFocused());
    robot.type(KeyCode.SPACE);

    window.until(() -> window.isShown("#join"));
  }

  @Test
  @Tag("window-system") // the Headless platform draws beyond its buffer when it resizes
  void fullScreenComesAndGoesWithF(FxRobot robot) throws Exception {
    window.join("Anna");

    robot.type(KeyCode.F);
    window.until(() -> window.stage.isFullScreen());
    assertThat(window.state("#full-screen")).isEqualTo("Full screen, on");
    robot.type(KeyCode.F11);

    window.until(() -> !window.stage.isFullScreen());
    assertThat(window.state("#full-screen")).isEqualTo("Full screen, off");
  }

  @Test
  @Tag("window-system") // the Headless platform draws beyond its buffer when it resizes
  void escapeLeavesFullScreen(FxRobot robot) throws Exception {
    window.join("Anna");
    robot.type(KeyCode.F);
    window.until(() -> window.stage.isFullScreen());

    robot.type(KeyCode.ESCAPE);

    window.until(() -> !window.stage.isFullScreen());
  }

  @Test
  void theCameraMenuHasAllOfThem(FxRobot robot) throws Exception {
    window.join("Anna");

    robot.clickOn("#camera-menu").clickOn("Test picture");

    window.until(
        () -> window.settings.current().media().camera().equals(new CameraChoice.Pattern()));
  }

  @Test
  void theOthersPictureIsDrawn() throws Exception {
    window.join("Anna");
    LatestFrame frames = window.meet("Martin");
    window.until(() -> frames.wish().width() > 0);

    PaintedPicture.fill(frames, 640, 360, 0x20C060);

    window.until(() -> frames.drawn() == 1);
    assertThat(centre(".remote-tile")).isEqualTo(0x20C060);
    assertThat(window.isShown(".remote-tile .avatar")).isFalse();
  }

  @Test
  void onesOwnPictureIsMirrored() throws Exception {
    window.join("Anna");
    LatestFrame frames = window.call.preview();
    window.until(() -> frames.wish().width() > 0);

    PaintedPicture.halves(frames, frames.wish().width(), frames.wish().height(), 0xFF0000, 0xFF);

    window.until(() -> frames.drawn() == 1);
    WritableImage image = window.fx(() -> window.node("#own-video").snapshot(null, null));
    int y = (int) image.getHeight() / 2;
    assertThat(image.getPixelReader().getArgb(20, y) & 0xFFFFFF).isEqualTo(0xFF);
    int right = (int) image.getWidth() - 20;
    assertThat(image.getPixelReader().getArgb(right, y) & 0xFFFFFF).isEqualTo(0xFF0000);
  }

  private int centre(String query) throws Exception {
    WritableImage image = window.fx(() -> window.node(query).snapshot(null, null));
    int x = (int) image.getWidth() / 2;
    int y = (int) image.getHeight() / 2;
    return image.getPixelReader().getArgb(x, y) & 0xFFFFFF;
  }

  @Test
  void anotherWithoutAPictureHasInitials() throws Exception {
    window.join("Anna");
    LatestFrame frames = window.meet("Martin Okafor");
    PaintedPicture.fill(frames, 640, 360, 0x20C060);
    window.until(() -> !window.isShown(".remote-tile .avatar"));

    window.call.othersSend(false, false);

    window.until(() -> window.isShown(".remote-tile .avatar"));
    assertThat(window.isShown(".remote-tile .muted-sign")).isTrue();
    assertThat(window.state(".remote-tile")).isEqualTo("Martin Okafor, muted, camera off");
  }

  @Test
  void theTileSaysHowItStandsWithTheConnection() throws Exception {
    window.join("Anna");
    window.call.comes("Martin");
    window.until(() -> window.tiles().contains("Martin"));
    window.until(() -> window.text(".tile-notice-title").equals("Connecting to Martin…"));
    window.call.link(Link.INTERRUPTED);
    window.until(() -> window.text(".tile-notice-title").equals("Reconnecting to Martin…"));
    window.call.link(Link.FAILED);
    window.until(() -> window.text(".tile-notice-title").equals("Could not connect to Martin"));
    window.call.link(Link.CONNECTED);
    window.until(() -> !window.isShown(".tile-notice-title"));
  }

  @Test
  void theServerMayGoAndComeBack() throws Exception {
    window.join("Anna");
    assertThat(window.isShown("#server-notice")).isFalse();
    window.call.serverLink(ServerLink.RECONNECTING);
    window.until(() -> window.text("#server-notice").startsWith("Server connection lost."));
    window.call.serverLink(ServerLink.STOPPING);
    window.until(() -> window.text("#server-notice").startsWith("The server stops soon."));
    window.call.serverLink(ServerLink.UP);
    window.until(() -> !window.isShown("#server-notice"));
  }

  @Test
  void aCameraThatIsPulledOutIsToldBesideOnesTile(FxRobot robot) throws Exception {
    window.join("Anna");
    window.call.problems(new DeviceProblem.CameraUnplugged("Logitech BRIO"), null, null);
    window.until(() -> window.isShown("#camera-trouble"));
    assertThat(window.text("#camera-trouble .advice-title")).isEqualTo("Camera unplugged");
    assertThat(window.state("#camera")).isEqualTo("Camera, not working");
    assertThat(window.state("#own-tile")).isEqualTo("You, Camera unplugged");

    robot.clickOn("#camera-trouble #dismiss");

    window.until(() -> !window.isShown("#camera-trouble"));
  }
}
