package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallFailure;
import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.protocol.RoomId;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// The lobby at a room's door.
@ExtendWith(ApplicationExtension.class)
class EntryIT {
  private static final RoomId ROOM = new RoomId("annas-room");

  @SuppressWarnings("NullAway.Init") // by @Start
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window =
        new OpenWindow(
            stage, 960, 720, new LobbyDefaults("Anna", "annas-room", "localhost", false));
  }

  @Stop
  void stop() {
    window.close();
  }

  private boolean isFocused(String query) {
    return window.node(query).isFocused();
  }

  private String field(String query) {
    return ((TextField) window.node(query)).getText();
  }

  @Test
  void thePasswordIsAskedForTypedAndTriedAgain(FxRobot robot) throws Exception {
    assertThat(window.isShown("#password")).isFalse();
    robot.clickOn("#join");
    window.until(() -> window.isShown("#joining"));
    window.call.fails(new CallFailure.PasswordNeeded(ROOM));

    window.until(() -> window.isShown("#password") && isFocused("#password"));
    assertThat(window.isShown("#failure")).isFalse();
    robot.write("seasme").type(KeyCode.ENTER);
    window.until(() -> window.isShown("#joining"));
    window.call.fails(new CallFailure.WrongPassword(ROOM));

    window.until(() -> window.isShown("#password-error") && isFocused("#password"));
    assertThat(field("#password")).isEqualTo("seasme");
    assertThat(window.text("#password-error")).startsWith("This is not the room’s password");
    robot.write("sesame").type(KeyCode.ENTER); // what was there is selected
    window.until(() -> window.isShown("#joining"));
    assertThat(field("#password")).isEqualTo("sesame");
    window.call.serverAccepts();
    window.until(() -> window.isShown("#controls"));
  }

  @Test
  void theEyeShowsWhatWasTyped(FxRobot robot) throws Exception {
    window.call.fails(new CallFailure.PasswordNeeded(ROOM));
    window.until(() -> isFocused("#password"));
    robot.write("sesame").clickOn("#password-eye");

    window.until(() -> window.isShown("#password-shown") && isFocused("#password-shown"));
    assertThat(field("#password-shown")).isEqualTo("sesame");
    assertThat(window.isShown("#password")).isFalse();
    assertThat(window.state("#password-eye")).isEqualTo("Hide password");
    robot.clickOn("#password-eye");
    window.until(() -> isFocused("#password"));
  }

  @Test
  void aNewRoomIsProtectedInAFoldThatIsClosedAtFirst(FxRobot robot) throws Exception {
    assertThat(window.isShown("#new-password")).isFalse();
    robot.clickOn("#protect");
    window.until(() -> window.isShown("#new-password"));
    robot.clickOn("#new-password").write("sesame").clickOn("#knock").clickOn("#join");
    window.until(() -> window.isShown("#joining"));
  }

  @Test
  void whoWaitsSeesThatAndCanGiveUp(FxRobot robot) throws Exception {
    robot.clickOn("#join");
    window.until(() -> window.isShown("#joining"));
    window.call.waits();

    window.until(() -> window.text("#lobby-title").equals("Waiting to be let in"));
    assertThat(window.isShown("#name")).isFalse();
    assertThat(window.isShown("#preview")).isTrue();
    window.until(() -> isFocused("#cancel"));
    robot.type(KeyCode.ENTER);
    window.until(() -> window.isShown("#name") && window.isShown("#join"));
    assertThat(window.text("#lobby-title")).isEqualTo("Ready to talk?");
  }

  @Test
  void whoWaitedIsLetInOrTurnedAway(FxRobot robot) throws Exception {
    robot.clickOn("#join");
    window.until(() -> window.isShown("#joining"));
    window.call.waits();
    window.call.fails(new CallFailure.TurnedAway(ROOM));
    window.until(() -> window.isShown("#failure"));
    assertThat(window.text("#failure .advice-title")).isEqualTo("You were not let into annas-room");

    robot.clickOn("#join");
    window.until(() -> window.isShown("#joining"));
    window.call.waits();
    window.call.serverAccepts();
    window.until(() -> window.isShown("#controls"));
  }

  @Test
  void whoWasRemovedIsToldInTheLobby() throws Exception {
    window.join("Anna");
    window.call.fails(new CallFailure.Removed(ROOM));
    window.until(() -> window.isShown("#failure"));
    assertThat(window.text("#failure .advice-title")).isEqualTo("You were removed from the room");
  }
}
