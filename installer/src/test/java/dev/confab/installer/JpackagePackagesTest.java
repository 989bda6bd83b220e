package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole of what would be done on Windows and macOS, with nothing done.
class JpackagePackagesTest {
  private static final Path CHECKOUT = Path.of("..");
  private static final String TIME = "2026-01-02T03:04:06Z";
  private static final Map<String, String> KEYS =
      Map.of(
          Signing.IDENTITY,
          "Anna",
          Signing.NOTARY,
          "profile",
          Signing.CERTIFICATE,
          "AB12",
          "CERTIFICATE_PASSWORD",
          "a secret",
          "NOTARY_KEY",
          "a secret");

  @TempDir
  @SuppressWarnings("NullAway.Init") // by JUnit
  private Path folder;

  private Plan plan;

  @BeforeEach
  void build() throws Exception {
    Tree project = new Tree(folder.resolve("project"));
    project.text("", "client-desktop/target/confab-client-desktop-0.1.0.jar");
    project.text("", "client-desktop/target/app/lib/gson-2.14.0.jar");
    project.text("", "client-desktop/target/app/lib/jspecify-1.0.0.jar");
    Path jar = project.at("client-desktop/target/app/lib/webrtc-java-0.14.0-any-x86_64.jar");
    nativeJar(jar.resolveSibling("webrtc-java-0.14.0-windows-x86_64.jar"));
    for (String file :
        List.of(
            "LICENSE",
            "client-desktop/src/main/launcher/confab.options",
            "client-desktop/src/main/launcher/window.options",
            "installer/src/main/windows/os-condition.wxf",
            "installer/src/main/macos/Info.plist",
            "installer/src/main/macos/Confab-post-image.sh")) {
      project.file(CHECKOUT.resolve(file), file);
    }
    plan =
        new Plan(
            project.root(),
            folder.resolve("work"),
            Files.createDirectories(folder.resolve("dist")),
            PackageVersion.of("0.1.0-SNAPSHOT"),
            "https://example.org",
            Instant.parse(TIME),
            false,
            new UpdateFacts("https://example.org/u", "KEY", true));
  }

  private static void nativeJar(Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("webrtc-java-any-x86_64.dll"));
      out.write("native".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
  }

  @Test
  void onWindowsTheAppIsTrainedThenSignedThenPacked() throws Exception {
    assertThat(make(Os.WINDOWS, KEYS))
        .satisfiesExactly(
            it -> assertThat(it).isEqualTo("link"),
            it -> assertThat(it).startsWith("jpackage --type app-image").contains("--input"),
            it -> assertThat(it).isEqualTo("train, files of " + TIME),
            it -> assertThat(it).startsWith("signtool").endsWith("Confab.exe"),
            it -> assertThat(it).startsWith("jpackage --type msi"),
            it -> assertThat(it).startsWith("signtool").endsWith("Confab-0.1.0.msi"),
            it -> assertThat(it).startsWith("jpackage --type exe"),
            it -> assertThat(it).startsWith("signtool").endsWith("Confab-0.1.0.exe"));
  }

  @Test
  void onMacOsTheAppIsTrainedThenSignedThenPackedThenNotarised() throws Exception {
    assertThat(make(Os.MACOS, KEYS))
        .satisfiesExactly(
            it -> assertThat(it).isEqualTo("link"),
            it -> assertThat(it).startsWith("jpackage --type app-image").contains("--input"),
            it -> assertThat(it).isEqualTo("train, files of " + TIME),
            it -> assertThat(it).startsWith("jpackage --type app-image").contains("--mac-sign"),
            it -> assertThat(it).startsWith("jpackage --type dmg"),
            it -> assertThat(it).startsWith("codesign").endsWith("Confab-1.1.0.dmg"),
            it -> assertThat(it).startsWith("xcrun notarytool submit").contains(".dmg"),
            it -> assertThat(it).startsWith("xcrun stapler").endsWith(".dmg"),
            it -> assertThat(it).startsWith("jpackage --type pkg"),
            it -> assertThat(it).startsWith("xcrun notarytool submit").contains(".pkg"),
            it -> assertThat(it).startsWith("xcrun stapler").endsWith(".pkg"));
  }

  @Test
  void withoutKeysThereIsNothingButJpackage() throws Exception {
    for (Os os : List.of(Os.WINDOWS, Os.MACOS)) {
      assertThat(make(os, Map.of()))
          .hasSize(5)
          .noneMatch(it -> it.contains("sign") || it.contains("xcrun"));
    }
  }

  @Test
  void noSecretOfTheEnvironmentIsOnACommandLine() throws Exception {
    for (Os os : List.of(Os.WINDOWS, Os.MACOS)) {
      assertThat(make(os, KEYS)).noneMatch(it -> it.contains("a secret"));
    }
  }

  @Test
  void thePackagesAreCalledByOurVersionTheSystemAndTheProcessor() throws Exception {
    make(Os.WINDOWS, Map.of());
    make(Os.MACOS, Map.of());

    String cpu = Cpu.here().plain;
    assertThat(names(plan.dist()))
        .containsExactlyInAnyOrder(
            "confab-0.1.0-SNAPSHOT-windows-" + cpu + ".msi",
            "confab-0.1.0-SNAPSHOT-windows-" + cpu + ".exe",
            "confab-0.1.0-SNAPSHOT-macos-" + cpu + ".dmg",
            "confab-0.1.0-SNAPSHOT-macos-" + cpu + ".pkg");
  }

  @Test
  void theJarsAndWhatTheyNeedLieSideBySide() throws Exception {
    make(Os.WINDOWS, Map.of());

    assertThat(names(plan.work().resolve("input")))
        .containsExactlyInAnyOrder(
            "confab-client-desktop-0.1.0.jar",
            "gson-2.14.0.jar",
            "webrtc-java.dll",
            "update.properties",
            "LICENSE");
    assertThat(plan.work().resolve("input/webrtc-java.dll")).hasContent("native");
    assertThat(plan.work().resolve("input/update.properties")).content().contains("key=KEY");
    assertThat(names(plan.work().resolve("resources"))).containsExactly("os-condition.wxf");
  }

  @Test
  void onMacOsPeopleAreShownTheTrueVersion() throws Exception {
    make(Os.MACOS, Map.of());

    Path resources = plan.work().resolve("resources");
    assertThat(resources.resolve("Info.plist"))
        .content()
        .contains("<key>CFBundleShortVersionString</key>\n    <string>0.1.0-SNAPSHOT</string>")
        .contains("DEPLOY_BUNDLE_CFBUNDLE_VERSION")
        .doesNotContain("SHORT_VERSION");
    assertThat(resources.resolve("Confab-post-image.sh")).content().contains("-t 202601020304.06 ");
  }

  @Test
  void ofTheImageOnlyTheLauncherCanBeStarted() throws Exception {
    make(Os.WINDOWS, Map.of());
    make(Os.MACOS, Map.of());

    Path images = plan.work().resolve("images");
    assertThat(images.resolve("Confab.app/Contents/app/confab.aot")).exists();
    assertThat(images.resolve("Confab.app/Contents/runtime/Contents/Home/bin")).isEmptyDirectory();
    assertThat(make(Os.WINDOWS, Map.of())).isNotEmpty();
    assertThat(names(images.resolve("Confab/runtime/bin"))).containsExactly("java.dll");
  }

  private List<String> make(Os os, Map<String, String> environment) throws Exception {
    RecordingWorkshop workshop = new RecordingWorkshop(os);
    List<Path> made = new JpackagePackages(os, plan, environment, workshop).make();
    assertThat(made).hasSize(2).allSatisfy(it -> assertThat(it).exists());
    return workshop.done;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Built::name).toList();
    }
  }
}
