package dev.confab.client.ui.window;

import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.RemotePeer.Link;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.WayBack;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.settings.Settings;
import dev.confab.client.settings.Settings.WindowSize;
import dev.confab.client.settings.SettingsFile;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.ui.FakeCall;
import dev.confab.client.ui.Program;
import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.client.update.BadUpdateException;
import dev.confab.client.update.SemanticVersion;
import dev.confab.client.update.UpdateNotice;
import dev.confab.client.update.UpdateSource;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on a [FakeCall] with a thread of its own, for tests to use like a person. Its
/// methods may be called on the test's thread.
final class OpenWindow implements AutoCloseable {
  private static final int PATIENCE = 60;

  final Stage stage;
  final FakeCall call;
  final SettingsStore settings;
  final ConfabWindow window;
  final List<URI> opened = new CopyOnWriteArrayList<>();
  private final ExecutorService callThread = Executors.newSingleThreadExecutor();

  /// On the FX thread.
  OpenWindow(Stage stage, double width, double height, LobbyDefaults defaults) {
    this(stage, width, height, defaults, null, null);
  }

  /// `left`: the call that a crash ended. `updates`: whom the build asks for them.
  OpenWindow(
      Stage stage,
      double width,
      double height,
      LobbyDefaults defaults,
      @Nullable WayBack left,
      @Nullable UpdateSource updates) {
    this.stage = stage;
    UiCallObserver observer = new UiCallObserver();
    call = new FakeCall(observer, this::onCallThread);
    settings =
        new SettingsStore(
            new SettingsFile(Path.of("unused")),
            Settings.DEFAULTS.withWindow(new WindowSize(width, height)),
            _ -> {});
    stage.setX(20);
    stage.setY(20);
    Program program =
        new Program("0.1.0-SNAPSHOT", URI.create("https://example.org/"), updates, opened::add);
    window = new ConfabWindow(stage, call, observer, settings, defaults, program);
    if (left != null) {
      window.offer(left);
    }
    window.show();
    stage.setWidth(width); // all tests share one stage, with the size that the last one left
    stage.setHeight(height);
    stage.toFront();
    call.start();
  }

  // Like the engine: after its end nothing is asked of it any more.
  private void onCallThread(Runnable task) {
    if (!callThread.isShutdown()) {
      callThread.execute(task);
    }
  }

  static WayBack wayBack(String room) throws InvalidValueException {
    return new WayBack(
        new JoinRequest(
            ServerAddress.parse("talk.example.org"),
            new RoomId(room),
            new DisplayName("Anna"),
            false),
        MediaWish.DEFAULT.withMicrophoneMuted(true),
        new ResumeToken("t".repeat(43)));
  }

  static UpdateSource updates(boolean checkByDefault) {
    try {
      return new UpdateSource(
          URI.create("https://updates.example.org/confab.json"),
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic(),
          checkByDefault);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static UpdateNotice notice(String version, String... notes) {
    try {
      return new UpdateNotice(
          SemanticVersion.parse(version),
          LocalDate.of(2026, 11, 20),
          List.of(notes),
          URI.create("https://example.org/download"),
          null);
    } catch (BadUpdateException e) {
      throw new IllegalArgumentException(e);
    }
  }

  void join(String name) throws InvalidValueException, TimeoutException {
    call.join(
        new JoinRequest(
            ServerAddress.parse("talk.example.org"),
            new RoomId("annas-room"),
            new DisplayName(name),
            false));
    call.serverAccepts();
    until(() -> isShown("#controls"));
  }

  /// Someone comes and is connected. Answers where their picture is painted.
  LatestFrame meet(String name) throws TimeoutException {
    LatestFrame frames = call.comes(name);
    call.link(Link.CONNECTED);
    until(() -> tiles().contains(name));
    return frames;
  }

  /// Who has a tile, in the order of the nodes.
  List<String> tiles() {
    return stage.getScene().getRoot().lookupAll(".remote-tile").stream()
        .map(tile -> ((Labeled) tile.lookup(".name-chip .label")).getText())
        .toList();
  }

  Node tile(String name) {
    return stage.getScene().getRoot().lookupAll(".remote-tile").stream()
        .filter(tile -> ((Labeled) tile.lookup(".name-chip .label")).getText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Node node(String query) {
    return Objects.requireNonNull(stage.getScene().lookup(query), query);
  }

  boolean isShown(String query) {
    Node node = stage.getScene().lookup(query);
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return node != null;
  }

  String text(String query) {
    return ((Labeled) node(query)).getText();
  }

  String state(String query) {
    return node(query).getAccessibleText();
  }

  String tooltip(String query) {
    return ((Control) node(query)).getTooltip().getText();
  }

  Bounds bounds(String query) throws Exception {
    return fx(() -> node(query).localToScene(node(query).getLayoutBounds()));
  }

  /// Waits until it is so, asking on the FX thread. Then everything stands where it belongs after
  /// what was shown or hidden just now: a mouse that aims at something does not miss it.
  void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> fx(() -> isSo(condition)));
  }

  private boolean isSo(Callable<Boolean> condition) throws Exception {
    boolean so = condition.call();
    if (so) {
      stage.getScene().getRoot().applyCss();
      stage.getScene().getRoot().layout();
    }
    return so;
  }

  <T> T fx(Callable<T> action) throws ExecutionException, InterruptedException, TimeoutException {
    return WaitForAsyncUtils.asyncFx(action).get(PATIENCE, TimeUnit.SECONDS);
  }

  /// On the FX thread.
  @Override
  public void close() {
    stage.hide();
    callThread.shutdownNow();
  }
}
