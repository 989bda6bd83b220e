package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// What jpackage makes the app of: the jars with what lies beside them, and the files that it takes
/// in place of its own.
record AppInput(Os os, Plan plan) {
  private static final DateTimeFormatter OF_TOUCH =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm.ss").withZone(ZoneOffset.UTC);

  /// Answers the jar that the app starts with.
  Path fill(Tree input) throws IOException, PackagingException {
    Built built = new Built(plan.project());
    for (Path jar : built.client()) {
      input.file(jar, Built.name(jar));
    }
    ClientTree.takeLibrary(built.nativeLibrary(), input.at(os.library("webrtc-java")));
    if (plan.update() != null) {
      input.text(plan.update().text(), "update.properties");
    }
    input.file(plan.project().resolve("LICENSE"), "LICENSE");
    return built.client().getFirst();
  }

  void fillResources(Tree resources) throws IOException, PackagingException {
    Path sources = plan.sources().resolve(os.plain());
    switch (os) {
      case WINDOWS -> resources.file(sources.resolve("os-condition.wxf"), "os-condition.wxf");
      case MACOS -> {
        // jpackage knows of no version but that of the bundle, which is another one
        String plist = Files.readString(sources.resolve("Info.plist"));
        resources.text(
            plist.replace("DEPLOY_BUNDLE_SHORT_VERSION", plan.version().toString()), "Info.plist");
        resources.text(
            Tree.filledIn(
                sources.resolve("Confab-post-image.sh"),
                Map.of("TIME", OF_TOUCH.format(plan.time()))),
            "Confab-post-image.sh");
      }
      case LINUX -> throw new IllegalArgumentException("On Linux there is no jpackage.");
    }
  }
}
