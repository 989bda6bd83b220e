package dev.confab.client.app;

import dev.confab.client.settings.Settings;
import dev.confab.client.settings.SettingsFile;
import dev.confab.client.settings.SettingsFolder;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.ui.Program;
import dev.confab.client.ui.window.ConfabWindow;
import dev.confab.client.ui.window.UiCallObserver;
import dev.confab.client.update.UpdateSource;
import dev.confab.client.update.UpdateWatch;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// The front with a window. JavaFX makes it and calls it on the FX thread.
public final class ConfabApplication extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(ConfabApplication.class);

  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("confab-settings").factory());
  private final Options options = new Options();
  private final SettingsFile file = SettingsFolder.ofThisPerson();
  private final IncomingLinks links = new IncomingLinks();
  private Wishes wishes = new Wishes(options, Settings.DEFAULTS, null);
  private @Nullable UpdateSource updates;
  private @Nullable UpdateWatch updateWatch;
  private @Nullable Engine engine;

  /// Before the FX thread begins, on one that may wait for the disk.
  @Override
  public void init() {
    links.fromTheSystem();
    new CommandLine(options).parseArgs(getParameters().getRaw().toArray(String[]::new));
    wishes = new Wishes(options, read(file), Engine.callLeft());
    updates = UpdateSource.ofThisProgram().orElse(null);
  }

  @Override
  public void start(Stage stage) throws IOException, ReflectiveOperationException {
    SettingsStore settings = new SettingsStore(file, wishes.remembered(), disk);
    Build build = Build.ofThisProgram();
    UpdateWatch watch =
        updates == null ? null : Updates.watch(updates, build, settings).orElse(null);
    updateWatch = watch;
    UiCallObserver observer = new UiCallObserver();
    Engine started =
        new Engine(wishes, watch == null ? observer : new Observers(List.of(observer, watch)));
    engine = started;
    Runtime.getRuntime().addShutdownHook(new Thread(started::close, "confab-shutdown"));
    EndSignals.run(() -> Platform.runLater(stage::close));
    Program program = new Program(build.version(), build.home(), updates, this::openLink);
    ConfabWindow window =
        new ConfabWindow(stage, started.call(), observer, settings, wishes.lobby(), program);
    wishes.offer().ifPresent(window::offer);
    window.show();
    if (watch != null) {
      watch.start(notice -> Platform.runLater(() -> window.tell(notice)));
    }
    links.goTo(window, options.isForAPerson());
    started.enter(wishes);
    if (options.commands) {
      new Commands(
              Platform::runLater,
              () -> saveScreenshot(stage),
              started.call()::sendChat,
              stage::close)
          .listen();
    }
    quitInTime(stage);
  }

  /// What cannot be read is as good as nothing remembered.
  private static Settings read(SettingsFile file) {
    try {
      return file.read();
    } catch (IOException e) {
      LOG.warn("Settings not read: {}", e.toString());
      return Settings.DEFAULTS;
    }
  }

  private void openLink(URI link) {
    getHostServices().showDocument(link.toString());
  }

  private void quitInTime(Stage stage) {
    options
        .quitAfter()
        .ifPresent(
            limit -> {
              PauseTransition pause =
                  new PauseTransition(Duration.millis((double) limit.toMillis()));
              pause.setOnFinished(
                  _ -> {
                    saveScreenshot(stage);
                    stage.close();
                  });
              pause.play();
            });
  }

  private void saveScreenshot(Stage stage) {
    if (options.screenshot != null) {
      save(stage, options.screenshot);
    }
  }

  private static void save(Stage stage, Path file) {
    WritableImage shown = stage.getScene().snapshot(null);
    BufferedImage image = SwingFXUtils.fromFXImage(shown, null);
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      LOG.warn("Cannot write {}", file, e);
    }
  }

  /// The window is gone; the call ends, and what is to be remembered is written.
  @Override
  public void stop() throws InterruptedException {
    links.close();
    if (updateWatch != null) {
      updateWatch.close();
    }
    if (engine != null) {
      engine.close();
    }
    disk.shutdown();
    if (!disk.awaitTermination(2, TimeUnit.SECONDS)) {
      LOG.warn("Settings not written in time");
    }
  }
}
