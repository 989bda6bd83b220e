package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.ui.lobby.LobbyDefaults;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// A build that was not told whom to ask for updates.
@ExtendWith(ApplicationExtension.class)
class NoUpdatesIT {
  @SuppressWarnings("NullAway.Init") // by @Start
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window = new OpenWindow(stage, 960, 680, new LobbyDefaults("Anna", "r", "localhost", false));
  }

  @Stop
  void stop() {
    window.close();
  }

  @Test
  void nothingIsSaidOfUpdatesWhereTheBuildKnowsOfNone(FxRobot robot) throws Exception {
    robot.clickOn("#about");
    window.until(() -> Window.getWindows().size() == 2);

    Window dialog = Window.getWindows().getLast();
    assertThat(dialog.getScene().lookup("#about-version")).isNotNull();
    assertThat(dialog.getScene().lookup("#about-check")).isNull();
  }
}
