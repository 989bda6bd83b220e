package dev.confab.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.confab.server");

  @Test
  void roomsKnowNothingOfSocketsThreadsAndClocks() {
    noClasses()
        .that()
        .resideInAPackage("dev.confab.server.room")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.confab.server",
            "dev.confab.server.net..",
            "dev.confab.server.entry..",
            "dev.confab.protocol.json..",
            "org.java_websocket..",
            "org.slf4j..",
            "com.password4j..",
            "io.jsonwebtoken..",
            "java.net..",
            "java.nio.channels..",
            "java.util.concurrent..")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .check(SERVER);
  }

  @Test
  void whoMayConnectIsDecidedWithoutSocketsAndClocks() {
    noClasses()
        .that()
        .resideInAPackage("dev.confab.server.gate")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.confab.server",
            "dev.confab.server.net..",
            "dev.confab.server.room..",
            "dev.confab.server.settings..",
            "org.java_websocket..",
            "org.slf4j..",
            "java.nio.channels..")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(SERVER);
  }

  @Test
  void theWebSocketLibraryStaysBehindThePackageOfTheSockets() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.confab.server.net")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.java_websocket..")
        .check(SERVER);
  }

  @Test
  void onlyTheEntryKnowsTheLibraryOfItsTokens() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.confab.server.entry")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.jsonwebtoken..")
        .check(SERVER);
  }

  @Test
  void theEntryKnowsTheRoomsAndNothingElseOfTheServer() {
    noClasses()
        .that()
        .resideInAPackage("dev.confab.server.entry")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.confab.server",
            "dev.confab.server.net..",
            "dev.confab.server.settings..",
            "dev.confab.protocol.json..")
        .check(SERVER);
  }

  @Test
  void theLibraryOfTheMetricsStaysBehindTheirPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.confab.server.metrics")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micrometer..", "io.prometheus..")
        .check(SERVER);
  }

  @Test
  void thePathOfMessagesKnowsNothingOfThoseWhoWatchIt() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.confab.server.net", "dev.confab.server.room")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.confab.server.metrics", "dev.confab.server.http", "dev.confab.server.dashboard")
        .check(SERVER);
  }

  @Test
  void whoWatchesDoesNotKnowWhoIsBuiltOnIt() {
    noClasses()
        .that()
        .resideInAPackage("dev.confab.server.metrics")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.confab.server.http", "dev.confab.server.dashboard")
        .check(SERVER);
    noClasses()
        .that()
        .resideInAPackage("dev.confab.server.http")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.confab.server.dashboard")
        .check(SERVER);
  }

  @Test
  void onlyTheLogKnowsTheLibraryThatWritesIt() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.confab.server.log")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ch.qos.logback..")
        .check(SERVER);
    noClasses()
        .that()
        .resideInAPackage("dev.confab.server.log")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.confab.server", "dev.confab.server.net..", "dev.confab.server.room..")
        .check(SERVER);
  }

  @Test
  void theJsonLibraryIsNotUsedHere() {
    noClasses().should().dependOnClassesThat().resideInAPackage("com.google.gson..").check(SERVER);
  }
}
