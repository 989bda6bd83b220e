package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.ui.lobby.LobbyDefaults;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// Each sender is told how large they are drawn, and no more often than it matters.
@ExtendWith(ApplicationExtension.class)
class WatchIT {
  @SuppressWarnings("NullAway.Init") // by @Start
  private OpenWindow window;

  @Start
  void start(Stage shared) { // that one might stay an icon for the tests after it
    window =
        new OpenWindow(
            new Stage(), 960, 680, new LobbyDefaults("Anna", "annas-room", "localhost", false));
  }

  @Stop
  void stop() {
    window.close();
  }

  @BeforeEach
  void meetThree() throws Exception {
    window.join("Anna");
    window.meet("Bea"); // peer-1
    window.meet("Carl"); // peer-2
    window.meet("Dora"); // peer-3
    window.until(() -> told(1).equals(size("Bea")) && told(3).equals(size("Dora")));
  }

  private List<String> all(int peer) {
    String start = "watch peer-" + peer + " ";
    return window.call.commands().stream()
        .filter(command -> command.startsWith(start))
        .map(command -> command.substring(start.length()))
        .toList();
  }

  private String told(int peer) {
    return all(peer).isEmpty() ? "" : all(peer).getLast();
  }

  // In device pixels, even.
  private String size(String name) {
    Bounds tile = window.tile(name).getLayoutBounds();
    double scale = window.stage.getOutputScaleX();
    return even(tile.getWidth() * scale) + "x" + even(tile.getHeight() * scale);
  }

  private static int even(double length) {
    return (int) Math.ceil(length / 2) * 2;
  }

  @Test
  void nobodyIsToldThatTheyAreHiddenBeforeTheyAreLaidOut() {
    assertThat(all(3)).doesNotContain("0x0");
  }

  @Test
  void aPinMakesOneLargerAndTheOthersSmaller(FxRobot robot) throws Exception {
    String before = told(2);

    robot.doubleClickOn(window.tile("Bea"));

    window.until(() -> !told(2).equals(before));
    window.until(() -> told(1).equals(size("Bea")) && told(2).equals(size("Carl")));
    assertThat(width(told(1))).isGreaterThan(2 * width(told(2)));
  }

  private static int width(String size) {
    return Integer.parseInt(size.substring(0, size.indexOf('x')));
  }

  @Test
  void whileTheWindowIsResizedNothingIsToldAndItsLastSizeThen() throws Exception {
    int before = all(1).size();
    window.fx(
        () -> {
          for (int width = 960; width > 700; width--) {
            window.stage.setWidth(width);
            window.stage.getScene().getRoot().layout();
          }
          return true;
        });

    window.until(() -> window.stage.getScene().getWidth() < 705);
    window.until(() -> all(1).size() > before && told(1).equals(size("Bea")));
    assertThat(all(1)).hasSizeLessThanOrEqualTo(before + 3);
  }

  @Test
  void aNewConnectionToTheSamePersonIsToldAgain() throws Exception {
    int before = all(2).size();
    String size = told(2);

    window.call.startsOver("Carl");

    window.until(() -> all(2).size() > before);
    assertThat(told(2)).isEqualTo(size);
  }

  @Test
  void aCameraThatIsOffIsStillToldHowLargeItWouldBe() throws Exception {
    window.call.sends("Carl", true, false);
    window.until(() -> window.tile("Carl").getAccessibleText().contains("camera off"));

    assertThat(told(2)).isEqualTo(size("Carl"));
  }

  @Test
  @Tag("window-system") // the Headless platform has no icons
  void inAnIconifiedWindowAllAreHidden() throws Exception {
    window.fx(
        () -> {
          window.stage.setIconified(true);
          return true;
        });
    window.until(() -> List.of(told(1), told(2), told(3)).equals(List.of("0x0", "0x0", "0x0")));

    window.until(
        () -> { // again and again: the window manager may only now have made an icon of it
          window.stage.setIconified(false);
          return told(1).equals(size("Bea")) && told(2).equals(size("Carl"));
        });
  }
}
