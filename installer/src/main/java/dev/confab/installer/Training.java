package dev.confab.installer;

import dev.confab.system.Demo;
import dev.confab.system.DemoException;
import dev.confab.system.DemoPlan;
import dev.confab.system.Installation;
import dev.confab.system.Installation.NotBuiltException;
import dev.confab.system.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Lets Java learn the app (JEP 514, 515): two of it call each other in windows, over a server of
/// their own on this machine, and the first, once it has hung up, leaves behind what its Java has
/// loaded, linked and counted.
record Training(Plan plan) {
  private static final Duration CALL = Duration.ofSeconds(8);

  /// Makes the cache of this app.
  ///
  /// @throws PackagingException when the call does not come about, or Java does not take the cache
  void of(TrainedApp app) throws IOException, PackagingException, InterruptedException {
    Path folder = plan.work().resolve("training");
    Files.createDirectories(folder);
    try (Screen screen = Screen.open(folder)) {
      Demo.play(new DemoPlan(new Trainees(app, screen), "training", CALL, folder, true));
    } catch (DemoException e) {
      throw new PackagingException("The training call did not work: " + e.words(), e);
    } catch (NotBuiltException e) {
      throw new PackagingException(String.valueOf(e.getMessage()), e);
    }
    app.requireTaken();
  }

  /// The server as it was built, and the app that is to learn.
  private final class Trainees implements Programs {
    private final Programs built = new Installation(plan.project());
    private final TrainedApp app;
    private final Screen screen;
    private boolean first = true;

    private Trainees(TrainedApp app, Screen screen) {
      this.app = app;
      this.screen = screen;
    }

    @Override
    public List<String> server(List<String> options) throws NotBuiltException {
      return built.server(options);
    }

    @Override
    public List<String> client(Path reports, List<String> options) {
      List<String> command = new ArrayList<>(screen.command());
      command.addAll(app.command(java(reports)));
      first = false;
      command.addAll(options);
      // the lobby is looked at first
      command.addAll(List.of("--join-after", "3"));
      return command;
    }

    /// On macOS no variable says where settings are: each has a home of their own.
    private List<String> java(Path folder) {
      List<String> java = new ArrayList<>();
      if (first) {
        java.add("-XX:AOTCacheOutput=" + app.cache());
      }
      if (Os.here() == Os.MACOS) {
        java.add("-Duser.home=" + folder.resolve(first ? "first" : "second"));
      }
      return java;
    }
  }
}
