package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The packages of this machine, which is a Debian and ours to install on.
final class Machine {
  private static final Map<String, String> QUIET =
      Map.of("DEBIAN_FRONTEND", "noninteractive", "LC_ALL", "C.UTF-8");

  private Machine() {}

  /// Why packages cannot be tried out here; empty: they can.
  static String whyNot() throws IOException, InterruptedException {
    if (Os.here() != Os.LINUX || !Tools.has("apt-get")) {
      return "there is no apt-get here";
    }
    if (Ran.of("id", "-u").output().strip().equals("0")) {
      return installed("confab") || installed("confab-server") ? "Confab is installed here" : "";
    }
    return "only root can install packages";
  }

  static boolean installed(String name) throws IOException, InterruptedException {
    return !version(name).isEmpty();
  }

  /// Of what is installed; empty: it is not, though its settings may still be there.
  static String version(String name) throws IOException, InterruptedException {
    Ran asked = Ran.of("dpkg-query", "-W", "-f", "${db:Status-Abbrev} ${Version}", name);
    return asked.status() == 0 && asked.output().startsWith("ii")
        ? asked.output().substring(2).strip()
        : "";
  }

  /// As a person would type it: `apt-get install ./confab.deb`. Settings that were changed are kept
  /// without a question.
  static void install(Path... packages) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "apt-get",
                "install",
                "--yes",
                "--no-install-recommends",
                "--option",
                "Dpkg::Options::=--force-confold"));
    for (Path file : packages) {
      command.add(file.toAbsolutePath().toString());
    }
    apt(command);
  }

  static void remove(String... names) throws IOException, InterruptedException {
    apt(with("remove", names));
  }

  static void purge(String... names) throws IOException, InterruptedException {
    apt(with("purge", names));
  }

  private static List<String> with(String verb, String... names) {
    List<String> command = new ArrayList<>(List.of("apt-get", verb, "--yes"));
    command.addAll(List.of(names));
    return command;
  }

  private static void apt(List<String> command) throws IOException, InterruptedException {
    Ran ran = Ran.of(QUIET, command);
    assertThat(ran.status()).as(ran.output()).isZero();
  }

  /// What a package has installed, but for folders that others have a part in.
  static List<Path> files(String name) throws IOException, InterruptedException {
    return Ran.of("dpkg", "-L", name)
        .output()
        .lines()
        .map(Path::of)
        .filter(path -> !Files.isDirectory(path) || path.toString().contains("confab"))
        .toList();
  }

  /// Every path in the folders of the system whose name has this word in it.
  static List<Path> named(String word) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("/boot", "/etc", "/opt", "/run", "/srv", "/usr", "/var")) {
      Files.walkFileTree(
          Path.of(folder),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              return visitFile(path, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (String.valueOf(path.getFileName()).contains(word)) {
                found.add(path);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException goneMeanwhile) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return found;
  }
}
