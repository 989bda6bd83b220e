package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/// What jpackage is given for macOS, read as property lists. Neither jpackage nor macOS runs here.
/// Source: jpackage of JDK 25, `MacPackagingPipeline`, and Apple's pages on each key.
class MacOsFilesTest {
  private static final Path FILES = Path.of("src/main/macos");

  /// The words that jpackage fills in. It would leave any other as it is.
  private static final List<String> WORDS =
      List.of(
          "DEPLOY_ICON_FILE",
          "DEPLOY_BUNDLE_COPYRIGHT",
          "DEPLOY_LAUNCHER_NAME",
          "DEPLOY_BUNDLE_SHORT_VERSION",
          "DEPLOY_BUNDLE_CFBUNDLE_VERSION",
          "DEPLOY_BUNDLE_NAME",
          "DEPLOY_BUNDLE_IDENTIFIER",
          "DEPLOY_FILE_ASSOCIATIONS");

  @Test
  void theWordsToFillInAreThoseThatJpackageKnows() throws IOException {
    String text = Files.readString(FILES.resolve("Info.plist")).replaceAll("(?s)<!--.*?-->", "");
    List<String> used =
        Pattern.compile("DEPLOY_[A-Z_]+").matcher(text).results().map(MatchResult::group).toList();

    assertThat(used).hasSizeGreaterThan(6).isSubsetOf(WORDS);
  }

  @Test
  void theBundleSaysWhatEveryBundleHasTo() throws Exception {
    assertThat(list("Info.plist"))
        .containsEntry("CFBundleIdentifier", "DEPLOY_BUNDLE_IDENTIFIER")
        .containsEntry("CFBundleExecutable", "DEPLOY_LAUNCHER_NAME")
        .containsEntry("CFBundleIconFile", "DEPLOY_ICON_FILE")
        .containsEntry("CFBundlePackageType", "APPL")
        .containsEntry("CFBundleShortVersionString", "DEPLOY_BUNDLE_SHORT_VERSION")
        .containsEntry("CFBundleVersion", "DEPLOY_BUNDLE_CFBUNDLE_VERSION")
        .containsEntry("NSHighResolutionCapable", true)
        .containsEntry("LSMinimumSystemVersion", "12.0");
  }

  @Test
  void linksOpenTheBundle() throws Exception {
    assertThat(list("Info.plist"))
        .containsEntry(
            "CFBundleURLTypes",
            List.of(
                Map.of(
                    "CFBundleURLName", "DEPLOY_BUNDLE_IDENTIFIER",
                    "CFBundleTypeRole", "Viewer",
                    "CFBundleURLSchemes", List.of("confab"))));
  }

  /// Without these words macOS ends the program when it opens a camera or a microphone.
  @Test
  void peopleAreToldWhatCameraAndMicrophoneAreFor() throws Exception {
    assertThat(list("Info.plist"))
        .hasEntrySatisfying(
            "NSCameraUsageDescription", words -> assertThat(words.toString()).contains("camera"))
        .hasEntrySatisfying(
            "NSMicrophoneUsageDescription", words -> assertThat(words.toString()).contains("hear"));
  }

  @Test
  void theHardenedRuntimeAllowsACallAndJavaAndNoMore() throws Exception {
    assertThat(list("Confab.entitlements"))
        .containsOnly(
            Map.entry("com.apple.security.device.camera", true),
            Map.entry("com.apple.security.device.audio-input", true),
            Map.entry("com.apple.security.cs.allow-jit", true),
            Map.entry("com.apple.security.cs.allow-unsigned-executable-memory", true));
  }

  @Test
  void theOptionsAreThoseThatJpackageTakesForAnImageAndForAPackage() throws Exception {
    Map<String, String> image = JpackageOptions.read(FILES.resolve("image.options"));
    Map<String, String> packed = JpackageOptions.read(FILES.resolve("package.options"));

    assertThat(image.keySet()).isSubsetOf(JpackageOptions.OF_AN_IMAGE_OF_MAC_OS);
    assertThat(image)
        .containsEntry("--name", "Confab")
        .containsEntry("--mac-package-identifier", "dev.confab.Confab");
    assertThat(image.get("--mac-package-name")).hasSizeLessThan(16);
    assertThat(packed.keySet()).isSubsetOf(JpackageOptions.OF_A_PACKAGE_OF_MAC_OS);
    JpackageOptions.assertHomePageIsTheProjects(packed);
  }

  /// As jpackage starts it: in the copy of the app, with an environment that is all but empty.
  @Test
  void theCopyThatIsPackedIsOfTheTimeThatJavaHasLearnt(@TempDir Path app) throws Exception {
    Path jar = Files.writeString(app.resolve("a b.jar"), "");
    Path script = FILES.resolve("Confab-post-image.sh").toAbsolutePath();
    Path filled = app.resolveSibling("filled.sh");
    Files.writeString(filled, Tree.filledIn(script, Map.of("TIME", "202601020304.05")));
    ProcessBuilder builder =
        new ProcessBuilder("sh", filled.toString()).directory(app.toFile()).inheritIO();
    builder.environment().clear();

    assertThat(builder.start().waitFor()).isZero();
    assertThat(Files.getLastModifiedTime(jar).toInstant()).isEqualTo("2026-01-02T03:04:05Z");
  }

  @SuppressWarnings("unchecked") // the outermost value of these lists is a dictionary
  private static Map<String, Object> list(String file) throws Exception {
    Element plist = Xml.read(FILES.resolve(file)).getDocumentElement();
    assertThat(plist.getLocalName()).isEqualTo("plist");
    assertThat(plist.getAttribute("version")).isEqualTo("1.0");
    return (Map<String, Object>) value(Xml.children(plist).getFirst());
  }

  private static Object value(Element element) {
    return switch (element.getLocalName()) {
      case "string" -> element.getTextContent();
      case "true" -> true;
      case "false" -> false;
      case "array" -> Xml.children(element).stream().map(MacOsFilesTest::value).toList();
      case "dict" -> dictionary(Xml.children(element).iterator());
      default -> throw new AssertionError("Not in a property list: " + element.getLocalName());
    };
  }

  private static Map<String, Object> dictionary(Iterator<Element> children) {
    Map<String, Object> entries = new LinkedHashMap<>();
    while (children.hasNext()) {
      Element key = children.next();
      assertThat(key.getLocalName()).isEqualTo("key");
      entries.put(key.getTextContent(), value(children.next()));
    }
    return entries;
  }
}
