package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// jpackage does not run here: this is what it would be told. Which options go with which type: its
/// `ValidOptions`, JDK 25.
class JpackageTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SOURCES = PROJECT.resolve("installer/src/main");
  private static final Path WORK = Path.of("work").toAbsolutePath();
  private static final Path JAR = Path.of("target/confab.jar");
  private static final Map<String, String> NO_KEYS = Map.of();
  private static final Map<String, String> KEYS =
      Map.of(
          Signing.IDENTITY, "Anna (T1)",
          Signing.KEYCHAIN, "/keys",
          Signing.NOTARY, "confab",
          Signing.CERTIFICATE, "AB12");

  @Test
  void forWindowsTheAppIsMadeOfTheJarsAndTheJavaThatWereLinked() throws IOException {
    assertThat(withoutJavaOptions(of(Os.WINDOWS, NO_KEYS).image(JAR)))
        .containsExactly(
            "--type",
            "app-image",
            "--verbose",
            "@" + SOURCES.resolve("windows/image.options"),
            "--app-version",
            "0.1.0",
            "--icon",
            SOURCES.resolve("icons/confab.ico").toString(),
            "--resource-dir",
            WORK.resolve("resources").toString(),
            "--dest",
            WORK.resolve("images").toString(),
            "--runtime-image",
            WORK.resolve("runtime").toString(),
            "--input",
            WORK.resolve("input").toString(),
            "--main-jar",
            "confab.jar",
            "--main-class",
            "dev.confab.client.app.Main");
  }

  @Test
  void forMacOsTheBundleHasAVersionThatDoesNotBeginWithZero() throws IOException {
    assertThat(of(Os.MACOS, NO_KEYS).image(JAR))
        .containsSubsequence("@" + SOURCES.resolve("macos/image.options"), "--app-version", "1.1.0")
        .containsSubsequence("--icon", SOURCES.resolve("icons/confab.icns").toString());
  }

  @Test
  void javaIsToldWhatItIsToldOnLinuxAndWhereTheInstalledFilesAre() throws IOException {
    assertThat(javaOptions(of(Os.WINDOWS, NO_KEYS).image(JAR)))
        .containsExactly(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+UseSerialGC",
            "-Xms32m",
            "-Xmx384m",
            "-XX:MaxDirectMemorySize=1g",
            "--add-modules=javafx.controls,javafx.swing",
            "--enable-native-access=javafx.graphics",
            "-XX:AOTCache=$APPDIR/confab.aot",
            "-Dconfab.webrtc=$APPDIR/webrtc-java.dll",
            "-Dconfab.update=$APPDIR/update.properties");
    assertThat(javaOptions(of(Os.MACOS, NO_KEYS).image(JAR)))
        .contains("-Dconfab.webrtc=$APPDIR/libwebrtc-java.dylib");
  }

  /// It would split such a one, and take quotes away.
  @Test
  void noOptionOfJavasHoldsWhatJpackageWouldTakeApart() throws IOException {
    assertThat(javaOptions(of(Os.MACOS, NO_KEYS).image(JAR)))
        .noneMatch(option -> option.matches(".*[\\s\"'].*"));
  }

  @Test
  void forWindowsThePackagesAreMadeOfTheImage() {
    Jpackage jpackage = of(Os.WINDOWS, NO_KEYS);

    assertThat(jpackage.types()).containsExactly("msi", "exe");
    assertThat(jpackage.pack("msi", image()))
        .containsExactly(
            "--type",
            "msi",
            "--verbose",
            "@" + SOURCES.resolve("windows/image.options"),
            "--app-version",
            "0.1.0",
            "--icon",
            SOURCES.resolve("icons/confab.ico").toString(),
            "--resource-dir",
            WORK.resolve("resources").toString(),
            "@" + SOURCES.resolve("windows/package.options"),
            "--license-file",
            PROJECT.resolve("LICENSE").toString(),
            "--app-image",
            "image",
            "--dest",
            WORK.resolve("msi").toString());
    assertThat(of(Os.WINDOWS, KEYS).pack("msi", image()))
        .as("with a key that is signtool's")
        .isEqualTo(jpackage.pack("msi", image()));
  }

  @Test
  void forMacOsThePackagesAreSignedByJpackage() {
    Jpackage unsigned = of(Os.MACOS, NO_KEYS);
    Jpackage signed = of(Os.MACOS, KEYS);

    assertThat(unsigned.types()).containsExactly("dmg", "pkg");
    assertThat(unsigned.pack("pkg", image()))
        .containsSubsequence("--type", "pkg")
        .containsSubsequence("--app-version", "1.1.0")
        .containsSubsequence("--dest", WORK.resolve("pkg").toString())
        .doesNotContain("--mac-sign");
    List<String> with = new ArrayList<>(unsigned.pack("pkg", image()));
    with.addAll(
        List.of(
            "--mac-sign",
            "--mac-signing-key-user-name",
            "Anna (T1)",
            "--mac-signing-keychain",
            "/keys"));
    assertThat(signed.pack("pkg", image())).isEqualTo(with);
  }

  /// It refuses any other option there, also those of an argument file.
  @Test
  void forMacOsTheImageIsSignedWithTheOptionsOfSigningAlone() {
    assertThat(of(Os.MACOS, KEYS).sign(image()))
        .containsExactly(
            "--type",
            "app-image",
            "--verbose",
            "--app-image",
            "image",
            "--mac-package-signing-prefix",
            "dev.confab.",
            "--mac-entitlements",
            SOURCES.resolve("macos/Confab.entitlements").toString(),
            "--mac-sign",
            "--mac-signing-key-user-name",
            "Anna (T1)",
            "--mac-signing-keychain",
            "/keys");
  }

  @Test
  void everyFileOfOursThatIsNamedIsThere() throws IOException {
    List<String> all = new ArrayList<>(of(Os.MACOS, KEYS).sign(image()));
    for (Os os : List.of(Os.WINDOWS, Os.MACOS)) {
      all.addAll(of(os, KEYS).image(JAR));
      all.addAll(of(os, KEYS).pack("any", image()));
    }
    assertThat(
            all.stream()
                .map(it -> it.replaceFirst("^@", ""))
                .filter(it -> it.startsWith(PROJECT + "/")))
        .filteredOn(it -> !it.startsWith(WORK.toString()))
        .hasSizeGreaterThan(10)
        .allSatisfy(it -> assertThat(Path.of(it)).exists());
  }

  private static Jpackage of(Os os, Map<String, String> environment) {
    Plan plan =
        new Plan(
            PROJECT,
            WORK,
            Path.of("dist"),
            PackageVersion.of("0.1.0-SNAPSHOT"),
            "https://example.org",
            Instant.EPOCH,
            false,
            null);
    return new Jpackage(os, plan, new Signing(os, environment));
  }

  private static AppImage image() {
    Path any = Path.of("image");
    return new AppImage(any, any, any, any, new LauncherConfig(List.of(), "Main", List.of()));
  }

  private static List<String> withoutJavaOptions(List<String> arguments) {
    return arguments.subList(0, arguments.indexOf("--java-options"));
  }

  private static List<String> javaOptions(List<String> arguments) {
    return Stream.iterate(1, i -> i < arguments.size(), i -> i + 1)
        .filter(i -> arguments.get(i - 1).equals("--java-options"))
        .map(arguments::get)
        .toList();
  }
}
