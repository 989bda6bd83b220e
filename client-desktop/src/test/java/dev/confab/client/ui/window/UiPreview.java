package dev.confab.client.ui.window;

import dev.confab.client.call.Admission;
import dev.confab.client.call.CallFailure;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.Phase.ServerLink;
import dev.confab.client.call.RemotePeer;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.settings.Settings;
import dev.confab.client.settings.Settings.Layout;
import dev.confab.client.settings.Settings.OwnPicture;
import dev.confab.client.settings.Settings.Screen;
import dev.confab.client.settings.SettingsFile;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.ui.FakeCall;
import dev.confab.client.ui.PaintedPicture;
import dev.confab.client.ui.Program;
import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.client.update.UpdateNotice;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Opens the window on a [FakeCall], to look at it. Arguments: a scene (`first`, `lobby`,
/// `lobby-way-back`, `lobby-update`, `about`, `lobby-failure`, `lobby-trouble`, `joining`, `alone`,
/// `lobby-password`, `lobby-wrong`, `lobby-protect`, `lobby-removed`, `at-the-door`,
/// `alone-protected`, `connecting`, `call`, `chat`, `call-off`, `reconnecting`, `failed`, or one of
/// [PreviewRoom]), width, height, and `long` for the longest names, `own-tile` or `own-hidden` for
/// where the own picture is.
public final class UiPreview extends Application {
  private static final String LONG_NAME =
      "Wolfeschlegelsteinhausenbergerdorff Hubert Blaine the Elder, Ph.D".substring(0, 64);
  static final int FRAME_MS = 33;

  public static void main(String[] args) {
    launch(args);
  }

  @Override
  public void start(Stage stage) throws InvalidValueException {
    List<String> args = getParameters().getRaw();
    String scene = args.isEmpty() ? "call" : args.getFirst();
    double width = args.size() > 1 ? Double.parseDouble(args.get(1)) : 1040;
    double height = args.size() > 2 ? Double.parseDouble(args.get(2)) : 720;
    boolean longNames = args.contains("long");

    UiCallObserver observer = new UiCallObserver();
    FakeCall call = new FakeCall(observer, Executors.newSingleThreadExecutor());
    SettingsStore settings =
        new SettingsStore(
            new SettingsFile(Path.of("unused")),
            Settings.DEFAULTS
                .withWindow(new Settings.WindowSize(width, height))
                .withScreen(screen(scene, args)),
            _ -> {});
    String name = longNames ? LONG_NAME : "Anna Nováková";
    LobbyDefaults defaults =
        scene.equals("first")
            ? new LobbyDefaults("", "", "", false)
            : new LobbyDefaults(name, "annas-room", "talk.example.org", false);
    Program program =
        new Program(
            "0.1.0-SNAPSHOT",
            URI.create("https://example.org/confab"),
            OpenWindow.updates(true),
            _ -> {});
    ConfabWindow window = new ConfabWindow(stage, call, observer, settings, defaults, program);
    if (scene.equals("lobby-way-back")) {
      window.offer(OpenWindow.wayBack("annas-room"));
    }
    window.show();
    call.start();
    switch (scene) {
      case "lobby-update" -> window.tell(news(args.contains("long")));
      case "about" -> after(600, () -> ((Button) stage.getScene().lookup("#about")).fire());
      default -> {}
    }
    every(FRAME_MS, () -> PaintedPicture.portrait(call.preview(), 16 / 9.0, 0x8ea3b8, 0x5b5bd6));
    every(100, () -> call.level(0.02 + 0.2 * Math.abs(Math.sin(System.nanoTime() / 4e8))));
    play(stage, call, scene, longNames ? LONG_NAME : "Martin Okafor");
  }

  private static UpdateNotice news(boolean longest) {
    return longest
        ? OpenWindow.notice("10.11.12", LONG_NAME.repeat(2), LONG_NAME, "m".repeat(160), "Four")
        : OpenWindow.notice(
            "0.3.0",
            "Calls of up to six people.",
            "A list of the people in the call with their state; each can be muted for oneself"
                + " alone.",
            "Calls that go on when the network changes under them.");
  }

  private static void play(Stage stage, FakeCall call, String scene, String other)
      throws InvalidValueException {
    ServerAddress server = ServerAddress.parse("talk.example.org");
    switch (scene) {
      case "first", "lobby", "lobby-way-back", "lobby-update", "about" -> {}
      case "lobby-failure" -> call.fails(new CallFailure.ServerUnreachable(server));
      case "lobby-trouble" ->
          call.problems(
              new DeviceProblem.CameraBusy("Integrated Camera"),
              new DeviceProblem.NoMicrophone(),
              new DeviceProblem.NoSpeaker());
      case "lobby-password" -> call.fails(new CallFailure.PasswordNeeded(new RoomId("annas-room")));
      case "lobby-wrong" -> {
        call.fails(new CallFailure.WrongPassword(new RoomId("annas-room")));
        after(600, () -> type(stage, "#password", "not it"));
        after(900, () -> call.fails(new CallFailure.RoomFull(new RoomId("annas-room"))));
        after(1200, () -> call.fails(new CallFailure.WrongPassword(new RoomId("annas-room"))));
      }
      case "lobby-protect" ->
          after(600, () -> ((ToggleButton) stage.getScene().lookup("#protect")).fire());
      case "lobby-removed" -> call.fails(new CallFailure.Removed(new RoomId("annas-room")));
      default -> {
        call.join(
            new JoinRequest(
                server,
                new RoomId("annas-room"),
                new DisplayName("Anna Nováková"),
                false,
                new Admission(new RoomPassword("sesame"), null, false)));
        if (scene.equals("at-the-door")) {
          call.waits();
        } else if (!scene.equals("joining")) {
          call.serverAccepts();
          inCall(stage, call, scene, other);
        }
      }
    }
  }

  private static void inCall(Stage stage, FakeCall call, String scene, String other) {
    if (scene.equals("alone")) {
      return;
    }
    if (scene.equals("alone-protected")) {
      call.room(Door.OPEN, true, true);
      return;
    }
    if (PreviewRoom.SCENES.contains(scene)) {
      new PreviewRoom(stage, call, other).play(scene);
      return;
    }
    LatestFrame frames = call.comes(other);
    if (!scene.equals("connecting")) {
      call.link(RemotePeer.Link.CONNECTED);
      every(FRAME_MS, () -> PaintedPicture.portrait(frames, 16 / 9.0, 0xb9a58c, 0x2b6f5b));
    }
    switch (scene) {
      case "call-off" -> {
        call.othersSend(false, false);
        call.setMicrophoneMuted(true);
        call.problems(new DeviceProblem.CameraUnplugged("Logitech BRIO"), null, null);
        call.serverLink(ServerLink.RECONNECTING);
        call.writes(other, "One");
        call.writes(other, "Two");
      }
      case "reconnecting" -> after(1000, () -> call.link(RemotePeer.Link.INTERRUPTED));
      case "failed" -> {
        call.othersSend(true, false);
        call.link(RemotePeer.Link.FAILED);
      }
      case "chat" -> {
        talk(call, other);
        after(600, () -> press(stage, KeyCode.C));
      }
      case "empty-chat" -> after(600, () -> press(stage, KeyCode.C));
      default -> {}
    }
  }

  private static Screen screen(String scene, List<String> args) {
    OwnPicture own =
        args.contains("own-tile")
            ? OwnPicture.TILE
            : args.contains("own-hidden") ? OwnPicture.HIDDEN : OwnPicture.FLOATING;
    return new Screen(scene.equals("speaker") ? Layout.SPEAKER : Layout.GRID, own);
  }

  private static void talk(FakeCall call, String other) {
    call.writes(other, "Hi Anna! Can you hear me well?");
    call.sendChat("Perfectly. And you look sharp today 🙂");
    call.writes(
        other,
        "Here are the notes from last week: https://example.org/notes/2026/planning?week=47#next"
            + " — have a look at page 3.");
    call.sendChat("Thanks!\nI’ll read them tonight.");
    call.writes(
        other, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");
    call.link(RemotePeer.Link.INTERRUPTED);
    call.link(RemotePeer.Link.CONNECTED);
    call.sendChat("<b>not bold</b>");
  }

  private static void type(Stage stage, String query, String text) {
    ((TextField) stage.getScene().lookup(query)).setText(text);
  }

  static void every(int milliseconds, Runnable action) {
    Timeline timeline =
        new Timeline(new KeyFrame(Duration.millis(milliseconds), _ -> action.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
    timeline.play();
  }

  static void after(int milliseconds, Runnable action) {
    PauseTransition pause = new PauseTransition(Duration.millis(milliseconds));
    pause.setOnFinished(_ -> action.run());
    pause.play();
  }

  static void press(Stage stage, KeyCode code) {
    stage
        .getScene()
        .getRoot()
        .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  @Override
  public void stop() {
    System.exit(0);
  }
}
