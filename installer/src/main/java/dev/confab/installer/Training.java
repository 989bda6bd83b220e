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
import java.util.Map;

/// Lets Java learn the app (JEP 514, 515): two of it call each other in windows, over a server of
/// their own on this machine, and the first, once it has hung up, leaves behind what its Java has
/// loaded, linked and counted.
record Training(Plan plan) {
  private static final Duration CALL = Duration.ofSeconds(8);

  /// Makes the cache of this tree.
  ///
  /// @throws PackagingException when the call does not come about, or Java does not take the cache
  void of(ClientTree tree) throws IOException, PackagingException, InterruptedException {
    Path folder = plan.work().resolve("training");
    Files.createDirectories(folder);
    try (Screen screen = Screen.open(folder)) {
      Demo.play(new DemoPlan(new Trainees(tree, screen), "training", CALL, folder, true));
    } catch (DemoException e) {
      throw new PackagingException("The training call did not work: " + e.words(), e);
    } catch (NotBuiltException e) {
      throw new PackagingException(String.valueOf(e.getMessage()), e);
    }
    requireTaken(tree);
  }

  private static void requireTaken(ClientTree tree)
      throws PackagingException, InterruptedException {
    Tools.run(
        List.of(tree.script().toString(), "--version"),
        Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=on"));
  }

  /// The server as it was built, and the app of the tree.
  private final class Trainees implements Programs {
    private final Programs built = new Installation(plan.project());
    private final ClientTree tree;
    private final Screen screen;
    private boolean first = true;

    private Trainees(ClientTree tree, Screen screen) {
      this.tree = tree;
      this.screen = screen;
    }

    @Override
    public List<String> server(List<String> options) throws NotBuiltException {
      return built.server(options);
    }

    @Override
    public List<String> client(Path reports, List<String> options) {
      List<String> command = new ArrayList<>(List.of("env"));
      command.addAll(screen.environment());
      if (first) {
        first = false;
        command.add("JDK_JAVA_OPTIONS=\"-XX:AOTCacheOutput=" + tree.cache() + "\"");
      }
      command.add(tree.script().toString());
      command.addAll(options);
      // the lobby is looked at first
      command.addAll(List.of("--join-after", "3"));
      return command;
    }
  }
}
