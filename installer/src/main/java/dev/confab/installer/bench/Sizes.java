package dev.confab.installer.bench;

import dev.confab.installer.PackagingException;
import dev.confab.installer.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What there is to download, what it takes once it is installed, and what Chromium takes. In
/// bytes. `onDisk`: in whole blocks, as `du` counts. `chromium`: what its packages say; 0 without
/// them.
record Sizes(List<Part> packages, List<Part> installed, long onDisk, long chromium) {
  static Sizes of(Path dist, Path app)
      throws IOException, PackagingException, InterruptedException {
    List<Part> packages = new ArrayList<>();
    try (Stream<Path> files = Files.list(dist)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().matches(".*\\.(deb|rpm|tar\\.gz)")) {
          packages.add(new Part(String.valueOf(file.getFileName()), Files.size(file)));
        }
      }
    }
    return new Sizes(packages, Part.of(app), onDisk(app), ofChromium());
  }

  long total() {
    return installed.stream().mapToLong(Part::bytes).sum();
  }

  private static long onDisk(Path app) throws PackagingException, InterruptedException {
    return firstNumber(Tools.run(List.of("du", "-s", "-B1", app.toString()), Map.of()));
  }

  private static long ofChromium() throws InterruptedException {
    try {
      return Tools.run(
                  List.of(
                      "dpkg-query",
                      "-W",
                      "-f",
                      "${Installed-Size}\n",
                      "chromium",
                      "chromium-common"),
                  Map.of())
              .lines()
              .mapToLong(Sizes::firstNumber)
              .sum()
          * 1024;
    } catch (PackagingException notInstalled) {
      return 0;
    }
  }

  private static long firstNumber(String line) {
    return Long.parseLong(line.strip().split("\\s", 2)[0]);
  }
}
