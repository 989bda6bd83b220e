package dev.confab.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses BENCHMARKS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.confab.bench");

  @Test
  void connectionsKnowNothingOfWhatIsMeasured() {
    noClasses()
        .that()
        .resideInAPackage("dev.confab.bench.wire")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.confab.bench",
            "dev.confab.bench.crowd..",
            "dev.confab.bench.dialect..",
            "dev.confab.bench.measure..",
            "dev.confab.bench.server..",
            "dev.confab.system..")
        .check(BENCHMARKS);
  }

  @Test
  void membersKnowNoDialectServerOrMeasure() {
    noClasses()
        .that()
        .resideInAPackage("dev.confab.bench.crowd")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.confab.bench",
            "dev.confab.bench.dialect..",
            "dev.confab.bench.measure..",
            "dev.confab.bench.server..")
        .check(BENCHMARKS);
  }

  @Test
  void measuresAreTheSameForAllServers() {
    noClasses()
        .that()
        .resideInAPackage("dev.confab.bench.measure")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.confab.bench.dialect..")
        .check(BENCHMARKS);
  }

  /// It is measured from outside, as a process.
  @Test
  void nobodyReachesIntoTheServerOrTheClient() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.confab.server..", "dev.confab.client..", "org.java_websocket..")
        .check(BENCHMARKS);
  }
}
