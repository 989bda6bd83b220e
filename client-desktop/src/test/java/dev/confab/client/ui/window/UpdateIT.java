package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.settings.Settings.Check;
import dev.confab.client.ui.lobby.LobbyDefaults;
import java.net.URI;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// What a person sees of a newer version, and of this one.
@ExtendWith(ApplicationExtension.class)
class UpdateIT {
  @SuppressWarnings("NullAway.Init") // by @Start
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    LobbyDefaults defaults = new LobbyDefaults("Anna", "r", "localhost", false);
    window = new OpenWindow(stage, 960, 680, defaults, null, OpenWindow.updates(true));
  }

  @Stop
  void stop() {
    window.close();
  }

  private void hears(String version) throws Exception {
    window.fx(
        () -> {
          window.window.tell(OpenWindow.notice(version, "Calls start sooner.", "\u202Eodd"));
          return true;
        });
  }

  @Test
  void aNewerVersionIsToldOfAndItsPageOpened(FxRobot robot) throws Exception {
    assertThat(window.isShown("#update")).isFalse();
    Node focused = window.stage.getScene().getFocusOwner();

    hears("0.3.0");

    window.until(() -> window.isShown("#update"));
    assertThat(window.text("#update-title")).isEqualTo("Confab 0.3.0 is here");
    assertThat(window.node("#update").lookupAll(".update-note"))
        .extracting(line -> ((Label) line).getText())
        .containsExactlyInAnyOrder("Calls start sooner.", "odd");
    assertThat(window.state("#download")).isEqualTo("Download Confab 0.3.0");
    assertThat(window.stage.getScene().getFocusOwner()).isSameAs(focused);

    robot.clickOn("#download");

    assertThat(window.opened).containsExactly(URI.create("https://example.org/download"));
  }

  @Test
  void whoDoesNotWantThisVersionIsToldOfTheNext(FxRobot robot) throws Exception {
    hears("0.3.0");
    robot.clickOn("#not-this-version");

    window.until(() -> !window.isShown("#update"));
    assertThat(window.settings.current().updates().dismissed()).isEqualTo("0.3.0");
    hears("0.3.0");
    assertThat(window.isShown("#update")).isFalse();
    hears("0.3.1");
    window.until(() -> window.isShown("#update"));
  }

  @Test
  void inACallNothingIsToldOfIt() throws Exception {
    window.join("Anna");

    hears("0.3.0");

    assertThat(window.isShown("#update")).isFalse();
    window.call.leave();
    window.until(() -> window.isShown("#update"));
  }

  private Window about(FxRobot robot) throws Exception {
    robot.clickOn("#about");
    window.until(() -> Window.getWindows().size() == 2);
    return robot.listWindows().stream()
        .filter(each -> !each.equals(window.stage))
        .findFirst()
        .orElseThrow();
  }

  private static Node node(Window dialog, String query) {
    return dialog.getScene().lookup(query);
  }

  @Test
  void whatThisProgramIsStandsInAWindowThatEscapeCloses(FxRobot robot) throws Exception {
    assertThat(window.state("#about")).isEqualTo("About Confab");

    Window dialog = about(robot);

    assertThat(((Stage) dialog).getTitle()).isEqualTo("About Confab");
    assertThat(((Labeled) node(dialog, "#about-version")).getText())
        .isEqualTo("Version 0.1.0-SNAPSHOT");
    robot.clickOn(node(dialog, "#about-source"));
    assertThat(window.opened).containsExactly(URI.create("https://example.org/"));
    robot.type(KeyCode.ESCAPE);
    window.until(() -> !dialog.isShowing());
  }

  @Test
  void theKeyboardAloneSwitchesTheLookingOff(FxRobot robot) throws Exception {
    hears("0.3.0");
    window.fx(
        () -> {
          window.node("#about").requestFocus();
          return true;
        });
    robot.type(KeyCode.SPACE);
    window.until(() -> Window.getWindows().size() == 2);
    Window dialog = Window.getWindows().getLast();
    CheckBox check = (CheckBox) node(dialog, "#about-check");
    assertThat(check.isSelected()).isTrue();
    assertThat(check.getAccessibleHelp()).startsWith("Asks updates.example.org");

    while (!check.isFocused()) {
      robot.type(KeyCode.TAB);
    }
    robot.type(KeyCode.SPACE);

    window.until(() -> window.settings.current().updates().check() == Check.OFF);
    window.until(() -> !window.isShown("#update"));
    robot.type(KeyCode.SPACE).type(KeyCode.ESCAPE);
    window.until(() -> window.settings.current().updates().check() == Check.ON);
    window.until(() -> window.isShown("#update"));
  }

  @Test
  void aCallThatBeginsClosesIt(FxRobot robot) throws Exception {
    Window dialog = about(robot);

    window.join("Anna");

    window.until(() -> !dialog.isShowing());
  }

  @Test
  void itIsAsDarkAsTheWindow(FxRobot robot) throws Exception {
    Window dialog = about(robot);

    assertThat(dialog.getScene().getRoot().getStyleClass().contains("dark"))
        .isEqualTo(window.stage.getScene().getRoot().getStyleClass().contains("dark"));
    assertThat(dialog.getScene().getStylesheets())
        .containsAll(window.stage.getScene().getStylesheets());
  }
}
