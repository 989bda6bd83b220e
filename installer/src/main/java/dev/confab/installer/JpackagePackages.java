package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is made on Windows, a `.msi` and an `.exe`, and on macOS, a `.dmg` and a `.pkg`: jpackage
/// makes the app, Java learns it, then it is signed, and jpackage packs it. Nothing in it changes
/// after it is signed.
final class JpackagePackages {
  private final Os os;
  private final Plan plan;
  private final Signing signing;
  private final Jpackage jpackage;
  private final Workshop workshop;

  JpackagePackages(Os os, Plan plan, Map<String, String> environment, Workshop workshop) {
    this.os = os;
    this.plan = plan;
    this.signing = new Signing(os, environment);
    this.jpackage = new Jpackage(os, plan, signing);
    this.workshop = workshop;
  }

  List<Path> make() throws IOException, PackagingException, InterruptedException {
    signing.leftOut().forEach(System.out::println);
    AppImage image = image();
    train(image);
    sign(image);
    List<Path> made = new ArrayList<>();
    for (String type : jpackage.types()) {
      made.add(pack(type, image));
    }
    return made;
  }

  private AppImage image() throws IOException, PackagingException {
    AppInput input = new AppInput(os, plan);
    Path mainJar = input.fill(Tree.empty(jpackage.input()));
    input.fillResources(Tree.empty(jpackage.resources()));
    workshop.link(jpackage.runtime());
    Tree.empty(jpackage.images());
    workshop.jpackage(jpackage.image(mainJar));
    return AppImage.in(jpackage.images(), os);
  }

  /// What Java learns holds for jars of that time only.
  private void train(AppImage image) throws IOException, PackagingException, InterruptedException {
    Tree tree = new Tree(image.root());
    tree.finish(plan.time());
    workshop.train(image);
    image.removeJava();
    tree.finish(plan.time());
  }

  private void sign(AppImage image) throws IOException, PackagingException, InterruptedException {
    if (!signing.isPossible()) {
      return;
    }
    if (os == Os.MACOS) {
      workshop.jpackage(jpackage.sign(image));
    } else {
      workshop.run(signing.signtool(image.launcher()));
    }
  }

  private Path pack(String type, AppImage image)
      throws IOException, PackagingException, InterruptedException {
    Tree.empty(jpackage.packages(type));
    workshop.jpackage(jpackage.pack(type, image));
    Path made = onlyFile(jpackage.packages(type));
    for (List<String> command : signing.afterPackaging(made)) {
      workshop.run(command);
    }
    String name =
        "confab-%s-%s-%s.%s".formatted(plan.version(), os.plain(), Cpu.here().plain, type);
    return Files.move(made, plan.dist().resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /// Its name is jpackage's, with the version that the system understands.
  private static Path onlyFile(Path folder) throws IOException, PackagingException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.toList();
      if (found.size() != 1) {
        throw new PackagingException(
            "jpackage has made %d files: %s".formatted(found.size(), found));
      }
      return found.getFirst();
    }
  }
}
