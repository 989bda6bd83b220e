package dev.confab.bench.server;

import dev.confab.system.bench.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// The relays of Node.js, with the libraries that their lock file names.
public final class Relays {
  private Relays() {}

  /// Puts them together in `benchmarks/target/node`, from npm's registry, unless they stand there.
  public static void prepare(Programs programs) throws BenchmarkException {
    Path to = programs.relays();
    try {
      Files.createDirectories(to);
      boolean stands = isSame(programs.relaySources(), to, "package-lock.json");
      copy(programs.relaySources(), to);
      if (stands && Files.isDirectory(to.resolve("node_modules"))) {
        return;
      }
    } catch (IOException e) {
      throw new BenchmarkException("cannot write " + to, e);
    }
    require("node");
    require("npm");
    Text.of(
        List.of(
            "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", to.toString()));
  }

  private static boolean isSame(Path from, Path to, String file) throws IOException {
    Path there = to.resolve(file);
    return Files.exists(there) && Files.mismatch(from.resolve(file), there) < 0;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void require(String program) throws BenchmarkException {
    try {
      Text.of(List.of(program, "--version"));
    } catch (BenchmarkException e) {
      throw new BenchmarkException(
          program
              + " is not here, and the relays that Confab is compared with run on Node.js 20 or later"
              + " (Debian: apt-get install nodejs npm). Without them: --servers confab",
          e);
    }
  }
}
