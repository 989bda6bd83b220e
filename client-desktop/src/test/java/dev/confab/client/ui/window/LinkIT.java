package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.ConfabLink;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.handover.LinkListener;
import dev.confab.client.handover.MeetingPlace;
import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// A link is clicked while the window is open: the program that is started for it is a process of
/// its own, with no screen to open a window on, which it says where it would.
@ExtendWith(ApplicationExtension.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a settings folder cannot be chosen")
class LinkIT {
  private static final int TAKEN = 0;
  private static final int WANTS_A_WINDOW = 3;
  private static final String LINK = "confab://talk.example.org/garden#password=s3cret";

  @TempDir private Path settings;

  @SuppressWarnings("NullAway.Init") // by @Start
  private OpenWindow window;

  @SuppressWarnings("NullAway.Init") // by @BeforeEach
  private LinkListener links;

  @Start
  void start(Stage stage) {
    window = new OpenWindow(stage, 960, 680, new LobbyDefaults("Anna", "r", "localhost", false));
  }

  @BeforeEach
  void listen() throws Exception {
    MeetingPlace place = new MeetingPlace(settings.resolve("confab/links"));
    links = LinkListener.start(place, Platform::runLater, window.window::takeLink);
    window.until(() -> Files.exists(settings.resolve("confab/links/socket")));
  }

  @AfterEach
  void end() throws Exception {
    links.close();
  }

  @Stop
  void stop() {
    window.close();
  }

  /// Answers the exit status.
  private int click() throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.confab.client.app.Main",
            LINK);
    command.environment().put("XDG_CONFIG_HOME", settings.toString());
    command.environment().keySet().removeIf(name -> name.matches("(WAYLAND_)?DISPLAY"));
    Process process = command.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
    return process.exitValue();
  }

  private String field(String query) {
    return ((TextField) window.node(query)).getText();
  }

  @Test
  void theLobbyTakesItAndTheProgramEnds() throws Exception {
    window.fx(
        () -> {
          window.node("#name").requestFocus();
          window.stage.setIconified(true);
          return true;
        });

    assertThat(click()).isEqualTo(TAKEN);

    window.until(() -> field("#room").equals("garden"));
    assertThat(field("#server")).isEqualTo("talk.example.org");
    assertThat(field("#name")).isEqualTo("Anna");
    window.until(() -> !window.stage.isIconified());
    window.until(() -> window.node("#join").equals(window.stage.getScene().getFocusOwner()));
    assertThat(window.isShown("#joining")).isFalse();
  }

  @Test
  void aCallIsNotDisturbed() throws Exception {
    window.join("Anna");

    assertThat(click()).isEqualTo(WANTS_A_WINDOW);

    assertThat(window.isShown("#controls")).isTrue();
    window.fx(
        () -> {
          window.call.leave();
          return true;
        });
    window.until(() -> window.isShown("#room"));
    assertThat(field("#room")).isEqualTo("r");
  }

  @Test
  void theWayIntoACallIsNotDisturbed() throws Exception {
    window.call.join(
        new JoinRequest(
            ServerAddress.parse("localhost"), new RoomId("r"), new DisplayName("Anna"), false));
    window.until(() -> window.isShown("#joining"));

    assertThat(click()).isEqualTo(WANTS_A_WINDOW);

    assertThat(field("#room")).isEqualTo("r");
  }

  /// Between the close and the end of the program: the link would be gone with it.
  @Test
  void aWindowThatWasClosedTakesNone() throws Exception {
    boolean taken =
        window.fx(
            () -> {
              window.stage.hide();
              try {
                return window.window.takeLink(ConfabLink.parse(LINK));
              } finally {
                window.stage.show();
              }
            });

    assertThat(taken).isFalse();
    assertThat(field("#room")).isEqualTo("r");
  }
}
