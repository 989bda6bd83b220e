package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.protocol.ChatMessage;
import java.net.URI;
import java.util.List;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ChatIT {
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
  void meetMartin() throws Exception {
    window.join("Anna");
    window.meet("Martin");
  }

  private void open(FxRobot robot) throws Exception {
    robot.type(KeyCode.C);
    window.until(() -> window.isShown("#chat-input") && window.node("#chat-input").isFocused());
  }

  private String draft() {
    return ((TextArea) window.node("#chat-input")).getText();
  }

  private List<?> lines() {
    return ((ListView<?>) window.node("#messages")).getItems();
  }

  private List<String> words() {
    return window.node("#messages").lookupAll(".message-words").stream()
        .map(node -> ((Text) node).getText())
        .toList();
  }

  @Test
  void enterSends(FxRobot robot) throws Exception {
    open(robot);
    assertThat(window.isShown(".empty-chat")).isTrue();

    robot.write("Hello").type(KeyCode.ENTER);

    window.until(() -> words().contains("Hello"));
    assertThat(draft()).isEmpty();
  }

  @Test
  void shiftAndEnterBreakTheLine(FxRobot robot) throws Exception {
    open(robot);

    robot.write("a").push(KeyCode.SHIFT, KeyCode.ENTER).write("b").type(KeyCode.ENTER);

    window.until(() -> words().contains("a\nb"));
  }

  @Test
  void whileOneWritesTheLettersAreLetters(FxRobot robot) throws Exception {
    open(robot);

    robot.type(KeyCode.M, KeyCode.V, KeyCode.N, KeyCode.C, KeyCode.F); // real keys

    window.until(() -> draft().equals("mvncf"));
    assertThat(window.state("#microphone")).isEqualTo("Microphone, on");
    assertThat(window.state("#camera")).isEqualTo("Camera, on");
    assertThat(window.isShown("#chat-panel")).isTrue();
    assertThat(window.stage.isFullScreen()).isFalse();
  }

  @Test
  void unreadMessagesAreCountedUntilTheChatIsOpened(FxRobot robot) throws Exception {
    window.call.writes("Martin", "one");
    window.call.writes("Martin", "two");
    window.until(() -> window.isShown("#unread") && window.text("#unread").equals("2"));
    assertThat(window.state("#chat")).isEqualTo("Chat, closed, 2 unread messages");

    open(robot);

    window.until(() -> !window.isShown("#unread"));
  }

  @Test
  void aLinkOpensInTheBrowser(FxRobot robot) throws Exception {
    open(robot);
    window.call.writes("Martin", "see https://example.org/a now");
    window.until(() -> window.isShown(".message-link"));

    robot.clickOn(".message-link");

    assertThat(window.opened).containsExactly(URI.create("https://example.org/a"));
  }

  @Test
  void textIsOnlyEverText(FxRobot robot) throws Exception {
    open(robot);

    window.call.writes("Martin", "<a href=\"https://x.org\">\u202Ebold</a> &amp;");

    window.until(() -> words().stream().anyMatch(text -> text.contains("<a href=\"")));
    assertThat(String.join("", words())).contains("bold</a> &amp;").doesNotContain("\u202E");
  }

  @Test
  void aMessageThatIsTooLongIsKeptAndSaidSo(FxRobot robot) throws Exception {
    open(robot);
    String tooLong = "x".repeat(ChatMessage.MAX_BYTES + 1);
    window.fx(
        () -> {
          ((TextArea) window.node("#chat-input")).setText(tooLong);
          return true;
        });

    robot.clickOn("#chat-send");

    window.until(() -> window.isShown("#chat-refusal"));
    assertThat(window.text("#chat-refusal")).contains("at most 64 KiB");
    assertThat(draft()).isEqualTo(tooLong);
    assertThat(lines()).isEmpty();
  }

  @Test
  void tenThousandMessagesLeaveTheNewestInSight(FxRobot robot) throws Exception {
    open(robot);

    for (int i = 1; i <= 10_000; i++) {
      window.call.writes("Martin", "line " + i);
    }

    window.until(() -> words().contains("line 10000"));
    assertThat(lines()).hasSize(1000);
    assertThat(words()).hasSizeLessThan(50);
  }

  @Test
  void whoReadsOlderLinesIsNotDisturbedUntilBackAtTheEnd(FxRobot robot) throws Exception {
    open(robot);
    for (int i = 1; i <= 100; i++) {
      window.call.writes("Martin", "line " + i);
    }
    window.until(() -> words().contains("line 100"));

    robot.moveTo("#messages").scroll(20, VerticalDirection.UP);
    window.until(() -> !words().contains("line 100"));
    List<String> read = words();
    window.call.writes("Martin", "line 101");
    window.until(() -> lines().size() == 101);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(words()).isEqualTo(read);

    robot.scroll(60, VerticalDirection.DOWN);
    window.until(() -> words().contains("line 101"));
    window.call.writes("Martin", "line 102");
    window.until(() -> words().contains("line 102"));
  }

  @Test
  void theLongestMessageIsShown(FxRobot robot) throws Exception {
    open(robot);

    window.call.writes("Martin", "word ".repeat(ChatMessage.MAX_BYTES / 5));

    window.until(() -> !words().isEmpty());
    double list = window.bounds("#messages").getWidth();
    assertThat(window.bounds(".bubble").getWidth()).isLessThan(list);
  }
}
