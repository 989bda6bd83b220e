package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.Phase.ServerLink;
import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.client.update.UpdateNotice;
import dev.confab.protocol.Door;
import dev.confab.protocol.RoomId;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// In the smallest window, with the longest names, nothing is cut and nothing covers anything.
@ExtendWith(ApplicationExtension.class)
class SmallWindowIT {
  private static final double WIDTH = 420;
  private static final double HEIGHT = 360;
  private static final String LONG_NAME = "W".repeat(64);
  private static final List<String> CONTROLS =
      List.of(
          "#microphone",
          "#sound-menu",
          "#camera",
          "#camera-menu",
          "#hand",
          "#people",
          "#chat",
          "#layout-menu",
          "#hang-up");

  @SuppressWarnings("NullAway.Init") // by @Start
  private OpenWindow window;

  @Start
  void start(Stage stage) {
    window =
        new OpenWindow(
            stage,
            WIDTH,
            HEIGHT,
            new LobbyDefaults(LONG_NAME, "r", "localhost", false),
            null,
            OpenWindow.updates(true));
  }

  @Stop
  void stop() {
    window.close();
  }

  private void assertInSight(String query) throws Exception {
    Bounds bounds = window.bounds(query);
    Scene scene = window.stage.getScene();
    Bounds sight = new BoundingBox(-0.5, -0.5, scene.getWidth() + 1, scene.getHeight() + 1);
    assertThat(sight.contains(bounds)).as("%s in sight: %s", query, bounds).isTrue();
  }

  private void assertApart(String one, String other) throws Exception {
    Bounds a = window.bounds(one);
    Bounds b = window.bounds(other);
    boolean apart =
        a.getMaxX() <= b.getMinX() + 0.5
            || b.getMaxX() <= a.getMinX() + 0.5
            || a.getMaxY() <= b.getMinY() + 0.5
            || b.getMaxY() <= a.getMinY() + 0.5;
    assertThat(apart).as("%s %s apart from %s %s", one, a, other, b).isTrue();
  }

  @Test
  void aNewerVersionLeavesTheWayIn() throws Exception {
    String note = "W".repeat(UpdateNotice.MAX_NOTE);
    window.fx(
        () -> {
          window.window.tell(OpenWindow.notice("10.11.12-rc.13", note, note, note, note));
          return true;
        });
    window.until(() -> window.isShown("#update"));

    assertInSight("#join");
    assertInSight("#about");
    assertInSight("#not-this-version");
    assertApart("#update-title", "#not-this-version");
    assertApart("#join", "#not-this-version");
  }

  @Test
  void joinIsAlwaysInReach() throws Exception {
    window.call.fails(new CallFailure.BrokenInside());
    window.until(() -> window.isShown("#failure"));

    assertInSight("#join");
    assertThat(window.bounds(".lobby-content").getWidth()).isLessThanOrEqualTo(WIDTH);
    assertThat(window.bounds("#preview").getMaxX()).isLessThanOrEqualTo(WIDTH);
  }

  private void assertInTheLobbysSight(String query) throws Exception {
    assertInSight(query);
    assertApart(query, ".join-pane");
  }

  @Test
  void theCursorIsInSightWhereThePasswordIsAskedFor() throws Exception {
    window.call.fails(new CallFailure.PasswordNeeded(new RoomId("r")));
    window.until(() -> window.node("#password").isFocused());
    assertInTheLobbysSight("#password");

    window.call.fails(new CallFailure.WrongPassword(new RoomId("r")));
    window.until(() -> window.isShown("#password-error"));
    assertInTheLobbysSight("#password");
    assertInTheLobbysSight("#password-error");
  }

  @Test
  void whatProtectsARoomIsInSightWhenItIsUnfolded() throws Exception {
    window.fx(
        () -> {
          ((ToggleButton) window.node("#protect")).fire();
          return true;
        });

    window.until(() -> window.isShown("#new-password"));
    assertInTheLobbysSight("#new-password");
    assertInTheLobbysSight("#knock");
  }

  @Test
  void whyOneIsNotInIsInSightWhereverOneHasScrolledTo() throws Exception {
    window.fx(
        () -> {
          ((ScrollPane) window.node(".lobby > .scroll-pane")).setVvalue(1);
          return true;
        });
    window.call.fails(new CallFailure.RoomLocked(new RoomId("r")));

    window.until(() -> window.isShown("#failure"));
    assertInTheLobbysSight("#failure");
  }

  @Test
  void anOwnerSeesTheFieldForThePassword(FxRobot robot) throws Exception {
    window.join(LONG_NAME);
    window.call.room(Door.OPEN, true, true);
    robot.type(KeyCode.P);
    window.until(() -> window.isShown("#change-password"));
    window.fx(
        () -> {
          ((Button) window.node("#change-password")).fire();
          return true;
        });

    window.until(() -> window.isShown("#save-password"));
    for (String part : List.of("#room-password", "#save-password", "#keep-password")) {
      assertInSight(part);
      assertApart(part, ".members-foot");
    }
  }

  @Test
  void allControlsAreInSightSideBySide() throws Exception {
    window.join(LONG_NAME);
    window.meet(LONG_NAME);

    for (String control : CONTROLS) {
      assertInSight(control);
      for (String other : CONTROLS) {
        if (!control.equals(other)) {
          assertApart(control, other);
        }
      }
    }
  }

  @Test
  void onTheStageNothingCoversAnything() throws Exception {
    window.join(LONG_NAME);
    window.meet(LONG_NAME);
    window.call.othersSend(false, false);
    window.call.serverLink(ServerLink.STOPPING);
    window.call.problems(new DeviceProblem.CameraBusy("x".repeat(60)), null, null);
    window.until(() -> window.isShown("#camera-trouble") && window.isShown("#server-notice"));
    window.until(() -> window.node("#server-notice").getLayoutBounds().getHeight() > 10);

    List<String> all =
        List.of(
            ".remote-tile .name-chip",
            "#server-notice",
            "#camera-trouble",
            "#own-tile",
            "#controls");
    for (int i = 0; i < all.size(); i++) {
      assertInSight(all.get(i));
      for (String other : all.subList(i + 1, all.size())) {
        assertApart(all.get(i), other);
      }
    }
  }

  @Test
  void sixPeopleWithLongNamesAreInSightAndApart() throws Exception {
    window.join(LONG_NAME);
    for (String first : List.of("A", "B", "C", "D", "E")) {
      window.meet(first + LONG_NAME.substring(1));
    }
    window.call.othersSend(false, true);
    window.until(() -> window.tiles().size() == 5);
    window.until(() -> tiles().stream().allMatch(tile -> tile.getHeight() > 40));

    for (Bounds tile : tiles()) {
      assertThat(window.bounds("#stage").contains(tile)).isTrue();
      assertThat(tiles().stream().filter(tile::intersects)).hasSize(1);
    }
    for (Node tile : window.stage.getScene().getRoot().lookupAll(".remote-tile")) {
      Bounds signs = tile.lookup(".tile-signs").getBoundsInParent();
      assertThat(tile.getLayoutBounds().contains(signs)).as("%s", signs).isTrue();
    }
  }

  private List<Bounds> tiles() {
    return window.stage.getScene().getRoot().lookupAll(".remote-tile").stream()
        .map(tile -> tile.localToScene(tile.getLayoutBounds()))
        .toList();
  }

  @Test
  void theListOfPeopleLiesOverTheStage(FxRobot robot) throws Exception {
    window.join(LONG_NAME);
    window.meet(LONG_NAME);

    robot.type(KeyCode.P);

    window.until(
        () ->
            window.isShown("#members-panel") && window.node("#members-panel").getTranslateX() == 0);
    for (String part : List.of("#members-panel", ".member-mute", ".member-pin", "#invite")) {
      assertInSight(part);
    }
    assertApart(".member-mute", ".member-pin");
    assertApart("#members-panel", "#controls");
  }

  @Test
  void whileOneWaitsTheLinkIsInSight() throws Exception {
    window.join(LONG_NAME);

    assertInSight("#waiting");
    assertInSight("#copy-link");
    assertApart("#waiting", "#own-tile");
  }

  @Test
  void theChatLiesOverTheStage(FxRobot robot) throws Exception {
    window.join(LONG_NAME);
    window.meet(LONG_NAME);

    robot.type(KeyCode.C);

    window.until(
        () -> window.isShown("#chat-panel") && window.node("#chat-panel").getTranslateX() == 0);
    assertInSight("#chat-panel");
    assertInSight("#chat-input");
    assertInSight("#chat-send");
    assertInSight("#close-chat");
    assertApart("#chat-panel", "#controls");
  }

  @Test
  void theNewestOfManyMessagesIsInSight(FxRobot robot) throws Exception {
    window.join(LONG_NAME);
    window.meet(LONG_NAME);
    robot.type(KeyCode.C);
    window.until(() -> window.isShown("#chat-input") && window.node("#chat-input").isFocused());

    for (int i = 1; i <= 3000; i++) {
      window.call.writes(LONG_NAME, "line " + i);
    }

    window.until(
        () ->
            window.node("#messages").lookupAll(".message-words").stream()
                .anyMatch(node -> ((Text) node).getText().equals("line 3000")));
  }
}
