package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.RemotePeer.Link;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.settings.Settings.Layout;
import dev.confab.client.settings.Settings.OwnPicture;
import dev.confab.client.ui.PaintedPicture;
import dev.confab.client.ui.VideoView;
import dev.confab.client.ui.lobby.LobbyDefaults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// Six people in one call: Anna, and five others.
@ExtendWith(ApplicationExtension.class)
class PeopleIT {
  private static final List<String> OTHERS = List.of("Bea", "Carl", "Dora", "Emil", "Fay");
  private static final int SPEAKING = 0x4CC38A;

  private final Map<String, LatestFrame> frames = new LinkedHashMap<>();

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

  @BeforeEach
  void meetFive() throws Exception {
    window.join("Anna");
    for (String name : OTHERS) {
      frames.put(name, window.meet(name));
    }
    window.until(() -> OTHERS.stream().allMatch(name -> tile(name).getHeight() > 50));
  }

  private LatestFrame frames(String name) {
    return Objects.requireNonNull(frames.get(name));
  }

  private Bounds tile(String name) {
    Node tile = window.tile(name);
    return tile.localToScene(tile.getLayoutBounds());
  }

  private String state(String name) {
    return window.tile(name).getAccessibleText();
  }

  private Node part(String name, String query) {
    return window.tile(name).lookup(query);
  }

  private Node member(String name, String query) {
    return window.node("#members-panel").lookupAll(".member").stream()
        .filter(row -> ((Labeled) row.lookup(".member-name")).getText().equals(name))
        .map(row -> row.lookup(query))
        .findFirst()
        .orElseThrow();
  }

  private boolean isLarge(String name) {
    return OTHERS.stream()
        .filter(other -> !other.equals(name))
        .allMatch(other -> tile(other).getWidth() * 2 < tile(name).getWidth());
  }

  private int pixel(Node node, int x, int y) throws Exception {
    WritableImage image = window.fx(() -> node.snapshot(null, null));
    return image.getPixelReader().getArgb(x, y) & 0xFFFFFF;
  }

  @Test
  void everyoneHasATileOfTheSameSizeWithTheirOwnPicture() throws Exception {
    int colour = 0x20A060;
    for (String name : OTHERS) {
      PaintedPicture.fill(frames(name), 320, 180, colour);
      int expected = colour;
      window.until(() -> frames(name).drawn() > 0);
      assertThat(pixel(window.tile(name), 100, 60)).as(name).isEqualTo(expected);
      colour += 0x101010;
    }
    for (String name : OTHERS) {
      assertThat(tile(name).getWidth()).isEqualTo(tile("Bea").getWidth());
      assertThat(tile(name).getWidth() / tile(name).getHeight()).isBetween(1.75, 1.8);
    }
    assertThat(window.text("#people-count")).isEqualTo("6");
  }

  @Test
  void whoStaysKeepsTheirTileWhoeverComesOrGoes() throws Exception {
    Node dora = window.tile("Dora");
    VideoView view = (VideoView) dora.lookup(".video-view");
    PaintedPicture.fill(frames("Dora"), 320, 180, 0x3060C0);
    window.until(() -> view.pictureProperty().get());
    List<Boolean> pictures = new ArrayList<>();
    window.fx(() -> view.pictureProperty().subscribe(shown -> pictures.add(shown)));

    window.call.leaves("Bea");
    window.until(() -> window.tiles().equals(List.of("Carl", "Dora", "Emil", "Fay")));
    window.meet("Gus");
    window.call.leaves("Fay");
    window.call.leaves("Carl");
    window.until(() -> window.tiles().equals(List.of("Dora", "Emil", "Gus")));

    assertThat(window.tile("Dora")).isSameAs(dora);
    assertThat(dora.lookup(".video-view")).isSameAs(view);
    assertThat(pictures).containsExactly(true);
    assertThat(pixel(dora, 100, 60)).isEqualTo(0x3060C0);
  }

  @Test
  void aPictureOfAnotherRatioGetsATileOfItsRatio() throws Exception {
    PaintedPicture.fill(frames("Carl"), 180, 320, 0x3060C0);

    window.until(() -> tile("Carl").getWidth() < tile("Carl").getHeight());

    assertThat(tile("Bea").getWidth() / tile("Bea").getHeight()).isBetween(1.75, 1.8);
  }

  @Test
  void whoSpeaksIsOutlined() throws Exception {
    assertThat(pixel(window.tile("Carl"), 100, 1)).isNotEqualTo(SPEAKING);

    window.call.speaks("Carl");

    window.until(() -> state("Carl").equals("Carl, speaking"));
    assertThat(pixel(window.tile("Carl"), 100, 1)).isEqualTo(SPEAKING);
    window.call.speaks("Dora");
    window.until(() -> state("Carl").equals("Carl"));
    assertThat(pixel(window.tile("Carl"), 100, 1)).isNotEqualTo(SPEAKING);
  }

  @Test
  void theSpeakerIsLargeInTheLayoutForIt(FxRobot robot) throws Exception {
    robot.clickOn("#layout-menu").clickOn("Speaker");
    window.until(() -> isLarge("Bea"));
    assertThat(window.state("#layout-menu")).isEqualTo("Layout, Speaker");
    assertThat(window.settings.current().screen().layout()).isEqualTo(Layout.SPEAKER);

    window.call.speaks("Emil");
    window.until(() -> isLarge("Emil"));
    robot.type(KeyCode.L);

    window.until(() -> tile("Emil").getWidth() == tile("Bea").getWidth());
    assertThat(window.settings.current().screen().layout()).isEqualTo(Layout.GRID);
  }

  @Test
  void aTileIsPinnedWithItsPinAndWithADoubleClick(FxRobot robot) throws Exception {
    robot.moveTo(window.tile("Carl")).clickOn(part("Carl", ".tile-pin"));
    window.until(() -> isLarge("Carl"));
    assertThat(state("Carl")).isEqualTo("Carl, pinned");
    assertThat(part("Carl", ".tile-pin").getAccessibleText()).isEqualTo("Unpin Carl");

    window.call.speaks("Emil");
    window.until(() -> state("Emil").equals("Emil, speaking"));
    assertThat(isLarge("Carl")).isTrue();

    robot.doubleClickOn(window.tile("Dora"));
    window.until(() -> isLarge("Dora"));
    robot.doubleClickOn(window.tile("Dora"));
    window.until(() -> tile("Dora").getWidth() == tile("Bea").getWidth());
  }

  @Test
  void theMembersListSaysHowItStandsWithEveryone(FxRobot robot) throws Exception {
    window.call.sends("Carl", false, false);
    window.call.raises("Dora", true);
    window.call.link("Emil", Link.INTERRUPTED);

    robot.clickOn("#people");

    window.until(() -> window.isShown("#members-panel"));
    assertThat(
            window.node("#members-panel").lookupAll(".member").stream()
                .map(Node::getAccessibleText))
        .containsExactly(
            "Anna, You, microphone on, camera on, hand down",
            "Bea, Connected, microphone on, camera on, hand down",
            "Carl, Connected, microphone off, camera off, hand down",
            "Dora, Connected, microphone on, camera on, hand raised",
            "Emil, Reconnecting…, microphone on, camera on, hand down",
            "Fay, Connected, microphone on, camera on, hand down");
    assertThat(window.state("#people")).isEqualTo("People, open, 6 in the call");
  }

  @Test
  void someoneIsMutedForOneselfAndHeardAgain(FxRobot robot) throws Exception {
    robot.type(KeyCode.P);
    window.until(() -> window.isShown("#members-panel"));
    settled("#members-panel");

    robot.clickOn(member("Dora", ".member-mute"));
    window.until(() -> state("Dora").equals("Dora, muted for you"));
    assertThat(part("Dora", ".muted-here-sign").isVisible()).isTrue();
    assertThat(member("Dora", ".member-mute").getAccessibleText()).isEqualTo("Dora, muted for you");
    assertThat(state("Carl")).isEqualTo("Carl");

    robot.clickOn(member("Dora", ".member-mute"));
    window.until(() -> state("Dora").equals("Dora"));
  }

  @Test
  void someoneIsPinnedInTheList(FxRobot robot) throws Exception {
    robot.type(KeyCode.P);
    window.until(() -> window.isShown("#members-panel"));
    settled("#members-panel");

    robot.clickOn(member("Fay", ".member-pin"));

    window.until(() -> isLarge("Fay"));
    assertThat(member("Fay", ".member-pin").getAccessibleText()).isEqualTo("Fay, pinned");
  }

  @Test
  void whoeverComesOrGoesTheKeyboardStaysWhereItIs(FxRobot robot) throws Exception {
    robot.type(KeyCode.P);
    window.until(() -> window.isShown("#members-panel"));
    Node mute = member("Dora", ".member-mute");
    window.fx(
        () -> {
          mute.requestFocus();
          return true;
        });

    window.call.leaves("Bea");
    window.meet("Gus");

    window.until(() -> window.text("#people-count").equals("6"));
    assertThat(mute.isFocused()).isTrue();
  }

  @Test
  void theListAndTheChatHaveOnePlace(FxRobot robot) throws Exception {
    robot.clickOn("#chat");
    window.until(() -> window.isShown("#chat-panel"));
    robot.clickOn("#people");
    window.until(() -> window.isShown("#members-panel") && !window.isShown("#chat-panel"));
    assertThat(window.state("#chat")).isEqualTo("Chat, closed");

    robot.clickOn("#chat");
    window.until(() -> window.isShown("#chat-panel") && !window.isShown("#members-panel"));
    robot.clickOn("#people").type(KeyCode.ESCAPE);
    window.until(() -> !window.isShown("#members-panel"));
    assertThat(window.node("#people").isFocused()).isTrue();
  }

  @Test
  void onesHandGoesUpAndDown(FxRobot robot) throws Exception {
    robot.clickOn("#hand");
    window.until(() -> window.state("#hand").equals("Hand, raised"));
    assertThat(window.tooltip("#hand")).isEqualTo("Lower hand (R)");
    assertThat(window.state("#own-tile")).isEqualTo("You, hand raised");
    assertThat(window.isShown("#own-tile .hand-badge")).isTrue();

    robot.type(KeyCode.R);
    window.until(() -> window.state("#hand").equals("Hand, down"));
    assertThat(window.isShown("#own-tile .hand-badge")).isFalse();
  }

  @Test
  void theHandOfAnotherIsABadge() throws Exception {
    window.call.raises("Carl", true);

    window.until(() -> state("Carl").equals("Carl, hand raised"));
    assertThat(part("Carl", ".hand-badge").isVisible()).isTrue();
    assertThat(part("Bea", ".hand-badge").isVisible()).isFalse();
  }

  @Test
  void onlyTheTileWithTheTroubleSaysSo() throws Exception {
    window.call.link("Emil", Link.INTERRUPTED);

    window.until(() -> state("Emil").equals("Emil, Reconnecting to Emil…"));
    assertThat(part("Emil", ".tile-notice").isVisible()).isTrue();
    assertThat(part("Bea", ".tile-notice").isVisible()).isFalse();
    window.call.link("Emil", Link.CONNECTED);
    window.until(() -> !part("Emil", ".tile-notice").isVisible());
  }

  @Test
  void onesOwnPictureFloatsStandsAmongTheOthersOrIsHidden(FxRobot robot) throws Exception {
    assertThat(own().getWidth()).isLessThan(tile("Bea").getWidth() / 2 + 1);

    robot.clickOn("#layout-menu").clickOn("Like the others");
    window.until(() -> own().getWidth() == tile("Bea").getWidth());
    assertThat(window.settings.current().screen().own()).isEqualTo(OwnPicture.TILE);

    robot.clickOn("#layout-menu").clickOn("Hidden");
    window.until(() -> !window.isShown("#own-tile"));
    assertThat(window.call.preview().wish().width()).isZero();

    robot.clickOn("#layout-menu").clickOn("In a corner");
    window.until(() -> window.isShown("#own-tile"));
    window.until(() -> window.call.preview().wish().width() > 0);
  }

  private Bounds own() {
    Node own = window.node("#own-tile");
    return own.localToScene(own.getLayoutBounds());
  }

  // It slides in.
  private void settled(String query) throws Exception {
    window.until(() -> window.node(query).getTranslateX() == 0);
  }
}
