package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherConfigTest {
  /// As jpackage of JDK 25 writes it, the main jar before the main class.
  static final String CFG =
      """
      [Application]
      app.classpath=$APPDIR/confab.jar
      app.mainclass=dev.confab.client.app.Main
      app.classpath=$APPDIR/b.jar
      app.classpath=$APPDIR/a.jar

      [JavaOptions]
      java-options=-Djpackage.app-version=1.2.3
      java-options=-Xmx384m
      java-options=-XX:AOTCache=$APPDIR/confab.aot
      java-options=-Dconfab.webrtc=$APPDIR/libwebrtc-java.dylib
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // by JUnit
  private Path folder;

  @Test
  void itTellsWhatTheLauncherTellsJavaInItsOrder() throws Exception {
    LauncherConfig config = read(CFG);

    assertThat(config.classPath()).containsExactly("/app/confab.jar", "/app/b.jar", "/app/a.jar");
    assertThat(config.mainClass()).isEqualTo("dev.confab.client.app.Main");
    assertThat(config.javaOptions())
        .containsExactly(
            "-Djpackage.app-version=1.2.3",
            "-Xmx384m",
            "-XX:AOTCache=/app/confab.aot",
            "-Dconfab.webrtc=/app/libwebrtc-java.dylib");
  }

  @Test
  void oneThatStartsNothingIsNotTakenForOne() {
    assertThatThrownBy(() -> read("[Application]\n"))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("0 main classes");
  }

  @Test
  void noCacheIsNamedWhereOneIsStillToBeMade() throws Exception {
    LauncherConfig config =
        new LauncherConfig(List.of("b", "a"), "Main", List.of("-XX:AOTCache=x", "-Xmx1m"));
    AppImage image = new AppImage(folder, folder, Path.of("runtime"), Path.of("Confab"), config);
    String java = Path.of("runtime/bin/java").toString();

    assertThat(image.command(List.of("-Dmore")))
        .containsExactly(java, "-Xmx1m", "-Dmore", "-cp", "b" + File.pathSeparator + "a", "Main");
    Files.createFile(image.cache());
    assertThat(image.command(List.of())).startsWith(java, "-XX:AOTCache=x", "-Xmx1m", "-cp");
  }

  private LauncherConfig read(String text) throws IOException, PackagingException {
    Path file = Files.writeString(folder.resolve("Confab.cfg"), text);
    return LauncherConfig.read(file, Path.of("/app"));
  }
}
