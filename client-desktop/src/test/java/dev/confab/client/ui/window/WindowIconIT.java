package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.ui.lobby.LobbyDefaults;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// A task bar finds an icon of its size, drawn and not blank.
@ExtendWith(ApplicationExtension.class)
class WindowIconIT {
  @SuppressWarnings("NullAway.Init") // by @Start
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window = new OpenWindow(stage, 640, 480, new LobbyDefaults("Ada", "r", "localhost", false));
  }

  @Stop
  void stop() {
    window.close();
  }

  @Test
  void theWindowHasItsIconAtEverySizeOfTaskBars() {
    assertThat(window.stage.getIcons())
        .noneMatch(Image::isError)
        .extracting(icon -> (int) icon.getWidth())
        .containsExactly(16, 24, 32, 48, 64, 128);
  }

  @Test
  void theCornersAreClearAndTheMiddleIsNot() {
    assertThat(window.stage.getIcons())
        .allSatisfy(
            icon -> {
              int size = (int) icon.getWidth();
              assertThat(icon.getPixelReader().getArgb(0, 0) >>> 24).isZero();
              assertThat(icon.getPixelReader().getArgb(size / 2, size / 2) >>> 24).isEqualTo(255);
            });
  }
}
