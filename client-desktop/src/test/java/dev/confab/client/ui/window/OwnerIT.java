package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.OwnerRefusal;
import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.protocol.Door;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// Anna owns the room; Bea and Carl are there.
@ExtendWith(ApplicationExtension.class)
class OwnerIT {
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

  @BeforeEach
  void meet() throws Exception {
    window.join("Anna");
    window.meet("Bea");
    window.meet("Carl");
    window.call.room(Door.OPEN, false, true);
  }

  private void openPeople(FxRobot robot) throws Exception {
    robot.clickOn("#people");
    window.until(() -> window.isShown("#members-panel"));
  }

  private Node member(String name, String query) {
    return window.node("#members-panel").lookupAll(".member").stream()
        .filter(row -> ((Labeled) row.lookup(".member-name")).getText().equals(name))
        .map(row -> row.lookup(query))
        .findFirst()
        .orElseThrow();
  }

  private List<String> waiting() {
    return window.node("#knocks").lookupAll(".knock-name").stream()
        .map(name -> ((Labeled) name).getText())
        .toList();
  }

  private Node knock(String name, String query) {
    return window.node("#knocks").lookupAll(".knock").stream()
        .filter(row -> ((Labeled) row.lookup(".knock-name")).getText().equals(name))
        .map(row -> row.lookup(query))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoIsAtTheDoorIsLetInOrNot(FxRobot robot) throws Exception {
    window.call.knocks("Dora", "<b>Emil</b>");
    window.until(() -> window.isShown("#knocks"));
    assertThat(waiting()).containsExactly("Dora", "<b>Emil</b>");
    assertThat(window.text(".knocks-title")).isEqualTo("2 people are at the door");
    assertThat(window.state("#people")).endsWith("2 people are at the door");
    assertThat(knock("Dora", ".knock-admit").getAccessibleText()).isEqualTo("Let Dora in");

    robot.clickOn(knock("Dora", ".knock-admit"));
    window.until(() -> waiting().equals(List.of("<b>Emil</b>")));
    window.until(() -> knock("<b>Emil</b>", ".knock-admit").isFocused());
    robot.clickOn(knock("<b>Emil</b>", ".knock-later"));

    window.until(() -> !window.isShown("#knocks"));
    assertThat(window.call.commands())
        .containsSequence("admit knock-1")
        .contains("turn away knock-2");
    window.until(() -> window.node("#microphone").isFocused());
  }

  @Test
  void aKnockTakesNoKeyboardFromWhoTypes(FxRobot robot) throws Exception {
    robot.type(KeyCode.C);
    window.until(() -> window.isShown("#chat-input"));
    window.call.knocks("Dora");
    window.until(() -> window.isShown("#knocks"));
    assertThat(window.node("#knocks").isFocusWithin()).isFalse();
  }

  @Test
  void ofManyWhoWaitTheFirstAreShownAndTheRestCounted() throws Exception {
    window.call.knocks("Dora", "Emil", "Fay", "Gus", "Ida");
    window.until(() -> window.isShown("#knocks") && waiting().size() == 3);
    assertThat(window.text("#knocks .knocks-more")).isEqualTo("2 more are waiting");
  }

  @Test
  void theDoorIsChosenAmongTheMembers(FxRobot robot) throws Exception {
    openPeople(robot);
    assertThat(((ToggleButton) window.node("#door-open")).isSelected()).isTrue();

    robot.clickOn("#door-locked");

    window.until(() -> ((ToggleButton) window.node("#door-locked")).isSelected());
    assertThat(window.call.commands()).contains("door LOCKED");
    assertThat(window.text("#door-hint")).isEqualTo("Nobody else comes in.");
  }

  @Test
  void aPasswordIsSetCopiedWithTheLinkAndTakenAway(FxRobot robot) throws Exception {
    openPeople(robot);
    assertThat(window.isShown("#invite-password")).isFalse();
    robot.clickOn("#change-password");
    window.until(() -> window.node("#room-password").isFocused());
    robot.clickOn("#save-password");
    window.until(() -> window.isShown("#room-password-error"));
    robot.clickOn("#room-password").write("a b").type(KeyCode.ENTER);
    window.until(() -> window.text("#password-state").equals("Password set"));
    assertThat(window.call.commands()).contains("password a b");

    robot.clickOn("#invite-password");
    window.until(
        () ->
            Clipboard.getSystemClipboard()
                .getString()
                .equals("confab://talk.example.org/annas-room#password=a%20b"));
    robot.clickOn("#invite");
    window.until(
        () ->
            Clipboard.getSystemClipboard()
                .getString()
                .equals("confab://talk.example.org/annas-room"));

    robot.clickOn("#remove-password");
    window.until(() -> window.text("#password-state").equals("No password"));
    assertThat(window.isShown("#invite-password")).isFalse();
  }

  @Test
  void someoneIsRemovedAfterASecondQuestion(FxRobot robot) throws Exception {
    openPeople(robot);
    robot.clickOn(member("Bea", ".member-menu")).clickOn("#remove");
    window.until(() -> window.isShown("#confirmation") && window.node("#do-not").isFocused());
    robot.clickOn("#do-not");
    window.until(() -> window.stage.getScene().lookup("#confirmation") == null);
    assertThat(window.call.commands()).noneMatch(it -> it.startsWith("remove"));

    robot.clickOn(member("Bea", ".member-menu")).clickOn("#remove");
    window.until(() -> window.isShown("#confirmation"));
    robot.clickOn("#lock-too").clickOn("#confirm");
    window.until(() -> window.tiles().equals(List.of("Carl")));
    assertThat(window.call.commands()).containsSequence("door LOCKED", "remove peer-1");
  }

  @Test
  void theRoomIsHandedOverAndTheToolsGo(FxRobot robot) throws Exception {
    openPeople(robot);
    assertThat(member("Anna", ".owner-badge").isVisible()).isTrue();
    robot.clickOn(member("Carl", ".member-menu")).clickOn("#hand-over");
    window.until(() -> window.isShown("#confirmation"));
    robot.clickOn("#confirm");

    window.until(() -> member("Carl", ".owner-badge").isVisible());
    assertThat(member("Anna", ".owner-badge").isVisible()).isFalse();
    assertThat(window.isShown("#for-owners")).isFalse();
    assertThat(member("Bea", ".member-menu").isVisible()).isFalse();
  }

  @Test
  void whoOwnsNothingSeesHowTheRoomIsAndNoTools(FxRobot robot) throws Exception {
    window.call.room(Door.LOCKED, true, false, "Bea");
    openPeople(robot);
    assertThat(
            window.node("#room-pane").lookupAll(".room-fact").stream()
                .map(it -> ((Labeled) it).getText()))
        .containsExactly("The room is locked: nobody else comes in.", "The room has a password.");
    assertThat(window.isShown("#for-owners")).isFalse();
    assertThat(member("Bea", ".owner-badge").isVisible()).isTrue();
    assertThat(member("Bea", ".member-menu").isVisible()).isFalse();
    Node row = member("Bea", ".member-name").getParent().getParent().getParent();
    assertThat(row.getAccessibleText()).startsWith("Bea, owner of the room");
  }

  @Test
  void whatIsRefusedIsToldPlainly(FxRobot robot) throws Exception {
    window.call.refuses(OwnerRefusal.ROOM_FULL);
    window.until(() -> window.isShown("#refusal"));
    assertThat(window.text("#refusal .advice-title")).isEqualTo("The room is full");
    robot.clickOn("#refusal #dismiss");
    window.until(() -> !window.isShown("#refusal"));
  }
}
