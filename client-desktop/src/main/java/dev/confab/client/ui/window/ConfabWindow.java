package dev.confab.client.ui.window;

import dev.confab.client.call.Call;
import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.ConfabLink;
import dev.confab.client.call.LocalMedia;
import dev.confab.client.call.Phase;
import dev.confab.client.call.WayBack;
import dev.confab.client.settings.Settings;
import dev.confab.client.settings.Settings.WindowSize;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.client.ui.Program;
import dev.confab.client.ui.Texts;
import dev.confab.client.ui.UpdateModel;
import dev.confab.client.ui.call.CallView;
import dev.confab.client.ui.call.CallViewModel;
import dev.confab.client.ui.chat.ChatViewModel;
import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.client.ui.lobby.LobbyView;
import dev.confab.client.ui.lobby.LobbyViewModel;
import dev.confab.client.update.UpdateNotice;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The one window: the lobby, or the call. It remembers its size and what is chosen in it. What
/// happens when it is closed is for its owner to say.
public final class ConfabWindow {
  private static final double SMALLEST_WIDTH = 420;
  private static final double SMALLEST_HEIGHT = 360;

  private final Stage stage;
  private final UiCallObserver events;
  private final SettingsStore settings;
  private final OwnMediaModel own;
  private final ChatViewModel chat;
  private final LobbyViewModel lobby;
  private final CallViewModel inCall;
  private final StackPane root = new StackPane();
  private final LobbyView lobbyView;
  private final CallView callView;
  private final Program program;
  private final UpdateModel updates;
  private @Nullable AboutDialog about;
  private @Nullable LocalMedia lastMedia;

  /// On the FX thread.
  public ConfabWindow(
      Stage stage,
      Call call,
      UiCallObserver events,
      SettingsStore settings,
      LobbyDefaults defaults,
      Program program) {
    this.stage = stage;
    this.events = events;
    this.settings = settings;
    this.program = program;
    own = new OwnMediaModel(call);
    chat = new ChatViewModel(call, program.openLink());
    lobby = new LobbyViewModel(call, own, settings, defaults);
    inCall = new CallViewModel(call, own, chat, settings, ConfabWindow::copy);
    updates = new UpdateModel(settings, program.updates());
    lobbyView = new LobbyView(lobby, updates, program.openLink(), this::showAbout);
    callView = new CallView(inCall);

    WindowSize size = settings.current().window();
    Scene scene = new Scene(root, size.width(), size.height());
    root.getStyleClass().add("confab");
    Appearance.follow(Platform.getPreferences().colorSchemeProperty(), scene);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    stage.setScene(scene);
    stage.setTitle(Texts.of("brand"));
    stage.getIcons().setAll(WindowIcon.inAllSizes());
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    stage.setFullScreenExitHint("");
    inCall.fullScreenProperty().subscribe((_, full) -> stage.setFullScreen(full));
    stage.fullScreenProperty().subscribe(full -> inCall.fullScreenProperty().set(full));
    stage.showingProperty().subscribe((_, showing) -> rememberSize(showing));
  }

  /// The lobby offers the way back into the call that a crash ended. Before [#show].
  public void offer(WayBack left) {
    lobby.offer(left);
  }

  /// There is a newer version.
  public void tell(UpdateNotice notice) {
    updates.show(notice);
  }

  /// Opens the window; from now on it shows what the engine tells. On the FX thread.
  public void show() {
    showLobby();
    stage.show();
    lobbyView.focusFirst(); // what was laid out for another width has lost it
    events.attach(new Screens());
  }

  /// A link that was clicked: the lobby takes it and comes to the front. False, and nothing
  /// happens: the person is in a call, or on the way into one, or has closed the window. On the FX
  /// thread.
  public boolean takeLink(ConfabLink link) {
    if (!stage.isShowing() || !isShown(lobbyView) || !lobby.joiningProperty().get().isEmpty()) {
      return false;
    }
    lobby.fillIn(link);
    lobbyView.focusJoin();
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
    return true;
  }

  private final class Screens implements CallObserver {
    @Override
    public void onSnapshot(CallSnapshot snapshot) {
      own.show(snapshot);
      remember(snapshot.local());
      lobby.show(snapshot.phase());
      switch (snapshot.phase()) {
        case Phase.Lobby _, Phase.Joining _, Phase.Waiting _ -> showLobby();
        case Phase.InCall phase -> {
          inCall.show(phase);
          showCall(phase);
        }
      }
    }

    @Override
    public void onChat(ChatEntry entry) {
      chat.receive(entry);
    }

    @Override
    public void onCallStarted() {
      chat.clear();
      inCall.begin();
    }

    @Override
    public void onMicrophoneLevel(double level) {
      own.showLevel(level);
    }
  }

  private void showLobby() {
    if (!isShown(lobbyView)) {
      inCall.fullScreenProperty().set(false);
      root.getChildren().setAll(lobbyView);
      stage.setTitle(Texts.of("brand"));
      lobbyView.focusFirst();
    }
  }

  private void showAbout() {
    about = new AboutDialog(stage, program, updates);
    about.show();
  }

  private void showCall(Phase.InCall phase) {
    if (!isShown(callView)) {
      if (about != null) {
        about.close(); // it belongs to the lobby
      }
      root.getChildren().setAll(callView);
      stage.setTitle(Texts.of("call.title", phase.room()));
      callView.focusFirst();
    }
  }

  private boolean isShown(Node screen) {
    return root.getChildren().contains(screen);
  }

  private void onKey(KeyEvent event) {
    if (isShown(callView)) {
      callView.onKey(event);
    }
  }

  // What the engine starts with came from the settings or the command line. What changes later is
  // the person's choice.
  private void remember(LocalMedia now) {
    LocalMedia before = lastMedia;
    lastMedia = now;
    Settings.Media chosen = media(now);
    if (before != null && !media(before).equals(chosen)) {
      settings.update(all -> all.withMedia(chosen));
    }
  }

  private static Settings.Media media(LocalMedia local) {
    return new Settings.Media(
        local.camera(),
        local.microphone(),
        local.speaker(),
        local.microphoneMuted(),
        local.cameraOff());
  }

  private void rememberSize(boolean showing) {
    if (!showing && !stage.isFullScreen() && !stage.isMaximized()) {
      Scene scene = stage.getScene();
      settings.update(all -> all.withWindow(new WindowSize(scene.getWidth(), scene.getHeight())));
    }
  }

  private static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }
}
