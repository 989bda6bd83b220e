package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

  /// Where packages put what is Confab's alone.
  private static final List<String> PLACES =
      List.of(
          "etc/confab",
          "opt/confab",
          "opt/confab-server",
          "usr/bin/confab",
          "usr/bin/confab-server");

  private Machine() {}

  /// Why packages cannot be tried out here; empty: they can. What is here already is somebody's:
  /// the tests would change it, and at their end it would be gone.
  static String whyNot() throws IOException, InterruptedException {
    if (Os.here() != Os.LINUX || !Tools.has("apt-get")) {
      return "there is no apt-get here";
    }
    if (!Ran.of("id", "-u").output().strip().equals("0")) {
      return "only root can install packages";
    }
    if (isKnown("confab") || isKnown("confab-server")) {
      return "Confab is installed here, or was and has left its settings";
    }
    if (!Ran.of("getent", "passwd", "confab").output().isEmpty()) {
      return "there is a user confab here";
    }
    List<Path> there = places(Path.of("/"));
    return there.isEmpty() ? "" : "there is something of Confab's here: " + there;
  }

  /// What stands there of the places where packages would put something.
  static List<Path> places(Path root) {
    return PLACES.stream()
        .map(root::resolve)
        .filter(place -> Files.exists(place, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  /// Also one that is half installed, or removed and not purged.
  private static boolean isKnown(String name) throws IOException, InterruptedException {
    return isKnown(Ran.of("dpkg-query", "-W", "-f", "${db:Status-Abbrev}", name));
  }

  static boolean isKnown(Ran asked) {
    return asked.status() == 0 && !asked.output().startsWith("un");
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
                "--no-remove",
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

  /// In whatever state they are; one that is not there is none to purge.
  static void purgeAll() throws IOException, InterruptedException {
    Ran ran = Ran.of(QUIET, List.of("dpkg", "--purge", "confab", "confab-server"));
    assertThat(ran.status()).as(ran.output()).isZero();
  }

  private static List<String> with(String verb, String... names) {
    List<String> command = new ArrayList<>(List.of("apt-get", verb, "--yes"));
    command.addAll(List.of(names));
    return command;
  }

  /// Waits for whoever installs something at the moment, such as the nightly upgrade.
  private static void apt(List<String> command) throws IOException, InterruptedException {
    List<String> patient = new ArrayList<>(command);
    patient.addAll(List.of("--option", "DPkg::Lock::Timeout=120"));
    Ran ran = Ran.of(QUIET, patient);
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
