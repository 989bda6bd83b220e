package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What jpackage is told, for each of its runs. Words and switches are in argument files
/// (`image.options`, `package.options`); files are named here, so that it does not matter where
/// this is run.
record Jpackage(Os os, Plan plan, Signing signing) {
  /// The kinds of package that are made of the image.
  List<String> types() {
    return switch (os) {
      case WINDOWS -> List.of("msi", "exe");
      case MACOS -> List.of("dmg", "pkg");
      case LINUX -> List.of();
    };
  }

  /// The jars and all that is to lie beside them.
  Path input() {
    return plan.work().resolve("input");
  }

  /// What jpackage takes in place of its own.
  Path resources() {
    return plan.work().resolve("resources");
  }

  Path runtime() {
    return plan.work().resolve("runtime");
  }

  Path images() {
    return plan.work().resolve("images");
  }

  Path packages(String type) {
    return plan.work().resolve(type);
  }

  /// Makes the app, in [#images].
  List<String> image(Path mainJar) throws IOException {
    List<String> arguments = new ArrayList<>(common("app-image"));
    arguments.addAll(described());
    arguments.addAll(List.of("--dest", images().toString()));
    arguments.addAll(List.of("--runtime-image", runtime().toString()));
    arguments.addAll(List.of("--input", input().toString()));
    arguments.addAll(List.of("--main-jar", Built.name(mainJar)));
    arguments.addAll(List.of("--main-class", ClientTree.MAIN));
    for (String option : javaOptions()) {
      arguments.addAll(List.of("--java-options", option));
    }
    return arguments;
  }

  /// Signs the app where it stands, on macOS; `--app-image` does that for this type (JDK 18 and
  /// later). No other options are allowed.
  List<String> sign(AppImage image) {
    List<String> arguments = new ArrayList<>(common("app-image"));
    arguments.addAll(List.of("--app-image", image.root().toString()));
    arguments.addAll(List.of("--mac-package-signing-prefix", "dev.confab."));
    arguments.addAll(
        List.of("--mac-entitlements", sources().resolve("Confab.entitlements").toString()));
    arguments.addAll(signing.jpackage());
    return arguments;
  }

  /// Makes a package of the app, in [#packages].
  List<String> pack(String type, AppImage image) {
    List<String> arguments = new ArrayList<>(common(type));
    arguments.addAll(described());
    arguments.add("@" + sources().resolve("package.options"));
    arguments.addAll(List.of("--license-file", plan.project().resolve("LICENSE").toString()));
    arguments.addAll(List.of("--app-image", image.root().toString()));
    arguments.addAll(List.of("--dest", packages(type).toString()));
    arguments.addAll(signing.jpackage());
    return arguments;
  }

  /// Its words are shown when it fails.
  private static List<String> common(String type) {
    return List.of("--type", type, "--verbose");
  }

  private List<String> described() {
    Path icon =
        plan.sources().resolve("icons").resolve(os == Os.MACOS ? "confab.icns" : "confab.ico");
    PackageVersion version = plan.version();
    return List.of(
        "@" + sources().resolve("image.options"),
        "--app-version",
        os == Os.MACOS ? version.macBundle() : version.numbers(),
        "--icon",
        icon.toString(),
        "--resource-dir",
        resources().toString());
  }

  private List<String> javaOptions() throws IOException {
    Path launcher = plan.project().resolve("client-desktop/src/main/launcher");
    Stream<String> told =
        Stream.concat(
                Files.readAllLines(launcher.resolve("confab.options")).stream(),
                Files.readAllLines(launcher.resolve("window.options")).stream())
            .filter(line -> !line.isBlank() && !line.startsWith("#"));
    return Stream.concat(
            told,
            Stream.of(
                "-XX:AOTCache=$APPDIR/" + AppImage.CACHE,
                "-Dconfab.webrtc=$APPDIR/" + os.library("webrtc-java"),
                "-Dconfab.update=$APPDIR/update.properties"))
        .toList();
  }

  private Path sources() {
    return plan.sources().resolve(os.plain());
  }
}
