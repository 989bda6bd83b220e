package dev.confab.client.ui.window;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.Phase.ServerLink;
import dev.confab.client.call.RemotePeer;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.settings.Settings;
import dev.confab.client.settings.SettingsFile;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.ui.FakeCall;
import dev.confab.client.ui.PaintedPicture;
import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Opens the window on a [FakeCall], to look at it: `lobby`, `lobby-failure`, `lobby-trouble`,
/// `joining`, `alone`, `call`, `chat`, `call-off`, `reconnecting`, `failed`; then width and height.
public final class UiPreview extends Application {
  private static final String LONG_NAME =
      "Wolfeschlegelsteinhausenbergerdorff Hubert Blaine the Elder, Ph.D".substring(0, 64);

  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

  public static void main(String[] args) {
    launch(args);
  }

  @Override
  public void start(Stage stage) throws Exception {
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
            Settings.DEFAULTS.withWindow(new Settings.WindowSize(width, height)),
            _ -> {});
    String name = longNames ? LONG_NAME : "Anna Nováková";
    LobbyDefaults defaults =
        scene.equals("first")
            ? new LobbyDefaults("", "", "")
            : new LobbyDefaults(name, "annas-room", "talk.example.org");
    new ConfabWindow(stage, call, observer, settings, defaults, _ -> {}).show();
    call.start();
    clock.scheduleAtFixedRate(
        () -> PaintedPicture.portrait(call.preview(), 16 / 9.0, 0x8ea3b8, 0x5b5bd6),
        0,
        33,
        TimeUnit.MILLISECONDS);
    clock.scheduleAtFixedRate(
        () -> call.level(0.02 + 0.2 * Math.abs(Math.sin(System.nanoTime() / 4e8))),
        0,
        100,
        TimeUnit.MILLISECONDS);
    stage.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.F12) {
            call.plugged(FakeCall.PLUGGED);
          }
        });
    play(call, scene, longNames ? LONG_NAME : "Martin Okafor");
  }

  private void play(FakeCall call, String scene, String other) throws Exception {
    ServerAddress server = ServerAddress.parse("talk.example.org");
    RoomId room = new RoomId("annas-room");
    switch (scene) {
      case "lobby-failure" -> call.fails(new CallFailure.ServerUnreachable(server));
      case "lobby-trouble" ->
          call.problems(
              new DeviceProblem.CameraBusy("Integrated Camera"),
              new DeviceProblem.NoMicrophone(),
              new DeviceProblem.NoSpeaker());
      case "joining" -> join(call, server, room);
      case "alone", "call", "chat", "call-off", "reconnecting", "failed", "connecting" -> {
        join(call, server, room);
        call.serverAccepts();
        inCall(call, scene, other);
      }
      default -> {}
    }
  }

  private static void join(FakeCall call, ServerAddress server, RoomId room) {
    call.join(
        new dev.confab.client.call.JoinRequest(server, room, new DisplayName("Anna Nováková")));
  }

  private void inCall(FakeCall call, String scene, String other) {
    if (scene.equals("alone")) {
      return;
    }
    LatestFrame frames = call.comes(other);
    if (!scene.equals("connecting")) {
      call.link(RemotePeer.Link.CONNECTED);
      clock.scheduleAtFixedRate(
          () -> PaintedPicture.portrait(frames, 16 / 9.0, 0xb9a58c, 0x2b6f5b),
          0,
          33,
          TimeUnit.MILLISECONDS);
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
      case "reconnecting" ->
          clock.schedule(() -> call.link(RemotePeer.Link.INTERRUPTED), 1, TimeUnit.SECONDS);
      case "failed" -> {
        call.othersSend(true, false);
        call.link(RemotePeer.Link.FAILED);
      }
      case "chat" -> chat(call, other);
      default -> {}
    }
  }

  private void chat(FakeCall call, String other) {
    call.writes(other, "Hi Anna! Can you hear me well?");
    call.sendChat("Perfectly. And you look sharp today 🙂");
    call.writes(
        other,
        "Here are the notes from last week: https://example.org/notes/2026/planning?week=47#next"
            + " — have a look at page 3.");
    call.sendChat("Thanks!\nI’ll read them tonight.");
    call.writes(
        other, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");
    call.sendChat("<b>not bold</b>");
    clock.schedule(() -> Platform.runLater(() -> press(KeyCode.C)), 600, TimeUnit.MILLISECONDS);
  }

  private static void press(KeyCode code) {
    var scene = ((Stage) javafx.stage.Window.getWindows().getFirst()).getScene();
    KeyEvent.fireEvent(
        scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  @Override
  public void stop() {
    System.exit(0);
  }
}
