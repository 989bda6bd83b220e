package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.protocol.InvalidValueException;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// The lobby of a program that was started after a crash.
@ExtendWith(ApplicationExtension.class)
class WayBackIT {
  @SuppressWarnings("NullAway.Init") // by @Start
  private OpenWindow window;

  @Start
  void start(Stage stage) throws InvalidValueException {
    LobbyDefaults defaults = new LobbyDefaults("Anna", "elsewhere", "localhost", false);
    window = new OpenWindow(stage, 960, 680, defaults, OpenWindow.wayBack("annas-room"), null);
  }

  @Stop
  void stop() {
    window.close();
  }

  private boolean hasFocus(String query) {
    return window.node(query).equals(window.stage.getScene().getFocusOwner());
  }

  @Test
  void enterGoesBackIntoTheCall(FxRobot robot) throws Exception {
    window.until(() -> window.isShown("#way-back") && hasFocus("#go-back"));
    assertThat(window.text("#way-back-title"))
        .isEqualTo("You were in annas-room a moment ago. Go back?");

    robot.type(KeyCode.ENTER);

    window.until(() -> window.isShown("#joining"));
    assertThat(window.text("#joining")).isEqualTo("Joining annas-room…");
    assertThat(window.isShown("#way-back")).isFalse();
    window.call.serverAccepts();
    window.until(() -> window.isShown("#controls"));
    window.until(() -> window.state("#microphone").equals("Microphone, muted"));
  }

  @Test
  void whoDoesNotWantToGoesOnAsEver(FxRobot robot) throws Exception {
    window.until(() -> window.isShown("#way-back"));
    assertThat(((Button) window.node("#join")).isDefaultButton()).isFalse();

    robot.clickOn("#stay-out");

    window.until(() -> !window.isShown("#way-back"));
    assertThat(((Button) window.node("#join")).isDefaultButton()).isTrue();
    robot.clickOn("#name").type(KeyCode.ENTER);
    window.until(() -> window.isShown("#joining"));
    assertThat(window.text("#joining")).isEqualTo("Joining elsewhere…");
  }
}
