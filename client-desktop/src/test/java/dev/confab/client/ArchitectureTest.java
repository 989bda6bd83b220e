package dev.confab.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The arrows between the client's packages, and who may know which library.
class ArchitectureTest {
  private static final String CLIENT = "dev.confab.client.";

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.confab.client");

  /// A package, and the packages of the client that it may know. `app` knows all.
  @ParameterizedTest
  @CsvSource({
    "media,     ''",
    "call,      media",
    "rtc,       call media",
    "signaling, call",
    "network,   call media",
    "settings,  call",
    "comeback,  call settings",
    "update,    call settings",
    "handover,  call",
    "ui,        call media settings update"
  })
  void aPackageKnowsOnlyItsOwnAndWhatItsArrowsPointTo(String from, String allowed) {
    String[] forbidden =
        Stream.of(
                "app",
                "call",
                "comeback",
                "handover",
                "media",
                "network",
                "rtc",
                "settings",
                "signaling",
                "ui",
                "update")
            .filter(other -> !other.equals(from) && !allowed.contains(other))
            .map(other -> CLIENT + other + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(CLIENT + from + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(MODULE);
  }

  @Test
  void onlyRtcKnowsTheNativeLibrary() {
    onlyIn("rtc", "dev.onvoid..");
  }

  @Test
  void onlySignalingKnowsTheWebSocketLibrary() {
    onlyIn("signaling", "org.java_websocket..");
  }

  @Test
  void onlyTheQuestionForUpdatesGoesByHttp() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(CLIENT + "update.HttpAnswers")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .check(MODULE);
  }

  @Test
  void onlyTheProtocolModuleKnowsTheJsonLibrary() {
    noClasses().should().dependOnClassesThat().resideInAPackage("com.google.gson..").check(MODULE);
  }

  @Test
  void theEngineRunsWithoutJavaFx() {
    noClasses()
        .that()
        .resideOutsideOfPackages(CLIENT + "ui..", CLIENT + "app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
        .check(MODULE);
  }

  private static void onlyIn(String owner, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLIENT + owner + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(MODULE);
  }
}
