package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes down what is to be done, and leaves behind the files that whoever does it would leave.
final class RecordingWorkshop implements Workshop {
  /// In one line each, in their order.
  final List<String> done = new ArrayList<>();

  private final Os os;

  RecordingWorkshop(Os os) {
    this.os = os;
  }

  @Override
  public void link(Path runtime) {
    done.add("link");
  }

  @Override
  public void jpackage(List<String> arguments) throws IOException {
    done.add("jpackage " + String.join(" ", arguments));
    String type = after("--type", arguments);
    if (!type.equals("app-image")) {
      String file = "Confab-%s.%s".formatted(after("--app-version", arguments), type);
      Files.createFile(Path.of(after("--dest", arguments)).resolve(file));
    } else if (arguments.contains("--dest")) {
      makeImage(Path.of(after("--dest", arguments)));
    }
  }

  private void makeImage(Path folder) throws IOException {
    Map<String, String> files =
        os == Os.WINDOWS
            ? Map.of(
                "Confab/app/Confab.cfg", LauncherConfigTest.CFG,
                "Confab/Confab.exe", "",
                "Confab/runtime/bin/java.exe", "",
                "Confab/runtime/bin/java.dll", "")
            : Map.of(
                "Confab.app/Contents/app/Confab.cfg", LauncherConfigTest.CFG,
                "Confab.app/Contents/MacOS/Confab", "",
                "Confab.app/Contents/runtime/Contents/Home/bin/java", "");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  @Override
  public void train(AppImage image) throws IOException {
    done.add("train, files of " + Files.getLastModifiedTime(image.app().resolve("Confab.cfg")));
    Files.createFile(image.cache());
  }

  @Override
  public void run(List<String> command) {
    done.add(String.join(" ", command));
  }

  private static String after(String option, List<String> arguments) {
    return arguments.get(arguments.indexOf(option) + 1);
  }
}
