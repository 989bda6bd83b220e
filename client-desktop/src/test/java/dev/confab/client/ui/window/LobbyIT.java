package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.protocol.RoomId;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class LobbyIT {
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  @SuppressWarnings("NullAway.Init") // by @Start
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window = new OpenWindow(stage, 960, 680, new LobbyDefaults("", "", "localhost:8443", false));
  }

  @Stop
  void stop() {
    window.close();
  }

  private String field(String query) {
    return ((TextField) window.node(query)).getText();
  }

  @Test
  void oneHidesTheAddressWithAClick(FxRobot robot) throws Exception {
    robot.clickOn("#name").write("Anna");
    robot.clickOn("#room").write("r");
    robot.clickOn("#hide-address").clickOn("#join");

    window.until(() -> window.isShown("#joining"));
    assertThat(window.settings.current().lobby().addressHidden()).isTrue();
  }

  @Test
  void oneTypesANameAndARoomAndJoinsWithEnter(FxRobot robot) throws Exception {
    assertThat(window.node("#join").isDisabled()).isTrue();
    assertThat(window.text("#not-ready")).isEqualTo("Type your name to join.");
    robot.clickOn("#name").write("Anna");
    robot.clickOn("#room").write("Anna's Room").type(KeyCode.ENTER);

    window.until(() -> window.isShown("#joining"));
    assertThat(window.text("#joining")).isEqualTo("Joining annas-room…");
    assertThat(window.settings.current().lobby().name()).isEqualTo("Anna");

    window.call.serverAccepts();
    window.until(() -> window.isShown("#controls"));
  }

  @Test
  void joiningCanBeCancelled(FxRobot robot) throws Exception {
    robot.clickOn("#name").write("Anna").clickOn("#room").write("r").clickOn("#join");
    window.until(() -> window.isShown("#cancel"));
    assertThat(window.node("#name").isDisabled()).isTrue();

    robot.clickOn("#cancel");

    window.until(() -> window.isShown("#join") && !window.node("#name").isDisabled());
  }

  @Test
  void aPastedLinkFillsTheRoomAndTheServer(FxRobot robot) throws Exception {
    window.fx(
        () ->
            Clipboard.getSystemClipboard()
                .setContent(
                    Map.of(DataFormat.PLAIN_TEXT, "confab://talk.example.org/annas-room#s3cret")));

    robot.clickOn("#room").push(KeyCode.SHORTCUT, KeyCode.V);

    window.until(() -> field("#room").equals("annas-room"));
    assertThat(field("#server")).isEqualTo("talk.example.org");
  }

  @Test
  void ordinaryTextIsPastedAsItIs(FxRobot robot) throws Exception {
    window.fx(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "quiet")));

    robot.clickOn("#room").push(KeyCode.SHORTCUT, KeyCode.V);

    window.until(() -> field("#room").equals("quiet"));
  }

  @Test
  void aFailureIsToldAndCanBeDismissed(FxRobot robot) throws Exception {
    window.call.fails(new CallFailure.ServerUnreachable(ServerAddress.parse("talk.example.org")));
    window.until(() -> window.isShown("#failure"));
    assertThat(window.text("#failure .advice-title")).isEqualTo("Cannot reach talk.example.org");
    assertThat(window.text("#failure .advice-text")).startsWith("Check the address");

    robot.clickOn("#dismiss");

    window.until(() -> !window.isShown("#failure"));
  }

  @Test
  void whatNoLongerFitsCanBeScrolledTo() throws Exception {
    window.fx(
        () -> {
          window.stage.setWidth(1040);
          window.stage.setHeight(720);
          ((TextField) window.node("#name")).setText("Anna");
          ((TextField) window.node("#room")).setText("r");
          return true;
        });
    window.until(() -> window.stage.getScene().getHeight() > 700 && !isScrollBarShown());

    window.call.fails(new CallFailure.TurnedAway(new RoomId("r")));

    window.until(() -> window.isShown("#failure") && isScrollBarShown());
  }

  private boolean isScrollBarShown() {
    return window.node(".lobby > .scroll-pane").lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .anyMatch(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible());
  }

  @Test
  void aCameraIsChosenFromTheListAndRemembered(FxRobot robot) throws Exception {
    window.until(() -> window.isShown("#camera"));
    robot.clickOn("#camera").clickOn("Logitech BRIO");

    window.until(
        () ->
            window
                .settings
                .current()
                .media()
                .camera()
                .equals(new CameraChoice.Device("Logitech BRIO")));
  }

  @Test
  void theTogglesSayTheirState(FxRobot robot) throws Exception {
    robot.clickOn("#microphone-toggle").clickOn("#camera-toggle");

    window.until(() -> window.state("#microphone-toggle").equals("Microphone, muted"));
    window.until(() -> window.state("#camera-toggle").equals("Camera, off"));
    assertThat(window.text(".preview-words")).isEqualTo("Your camera is off");
    assertThat(window.tooltip("#camera-toggle")).isEqualTo("Turn camera on (V)");
    window.until(() -> window.settings.current().media().microphoneMuted());
  }

  @Test
  void theMeterMovesWithTheMicrophone() throws Exception {
    window.call.level(0.5);
    window.until(() -> lit() > 15);
    window.call.level(0.001);
    window.until(() -> lit() == 0);
  }

  private long lit() {
    return window.node(".level-meter").lookupAll(".level-light").stream()
        .filter(light -> light.getPseudoClassStates().contains(LIT))
        .count();
  }

  @Test
  void whatIsWrongWithADeviceStandsBelowItsList() throws Exception {
    window.call.problems(new DeviceProblem.CameraBusy("Logitech BRIO"), null, null);

    window.until(() -> window.text(".preview-words").equals("Camera in use"));
    assertThat(window.text(".device-problem"))
        .isEqualTo(
            "Camera in use. Another program has Logitech BRIO. Close that program, or choose"
                + " another camera.");
  }

  @Test
  void theWindowRemembersItsSize() throws Exception {
    window.fx(
        () -> {
          window.stage.hide();
          return true;
        });

    assertThat(window.settings.current().window().width()).isEqualTo(960);
  }
}
