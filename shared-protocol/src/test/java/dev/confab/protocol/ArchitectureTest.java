package dev.confab.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.confab.protocol");

  @Test
  void onlyJsonTextKnowsTheJsonLibrary() {
    noClasses()
        .that()
        .haveNameNotMatching("dev\\.confab\\.protocol\\.json\\.JsonText(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.gson..")
        .check(MODULE);
  }

  @Test
  void theMessagesDoNotKnowTheirJsonForm() {
    noClasses()
        .that()
        .resideInAPackage("dev.confab.protocol")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.confab.protocol.json..")
        .check(MODULE);
  }

  @Test
  void nothingHereDoesInputOrOutput() {
    noClasses()
        .that()
        .haveNameNotMatching("dev\\.confab\\.protocol\\.json\\.JsonText(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..")
        .check(MODULE);
  }
}
