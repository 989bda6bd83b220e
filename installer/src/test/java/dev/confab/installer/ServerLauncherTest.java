package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script `confab-server`, with a Java that says how it was started.
@EnabledOnOs(OS.LINUX)
class ServerLauncherTest {
  @TempDir private Path folder = Path.of("");
  private Path home = Path.of("");

  @BeforeEach
  void install() throws IOException {
    home = folder.toRealPath().resolve("opt/a server");
    executable("bin/confab-server", ServerPackageFiles.read("confab-server"));
    executable("runtime/bin/java", "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 2\n");
  }

  private void executable(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> words(Map<String, String> environment, Path program, String... arguments)
      throws Exception {
    Ran ran =
        Ran.of(
            environment,
            Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList());
    assertThat(ran.status()).isEqualTo(2);
    return ran.output().lines().toList();
  }

  @Test
  void throughLinksItFindsWhatLiesBesideIt() throws Exception {
    Path bin = Files.createDirectories(home.resolve("elsewhere/bin"));
    Files.createSymbolicLink(bin.resolve("first"), home.resolve("bin/confab-server"));
    Path link = Files.createSymbolicLink(bin.resolve("second"), Path.of("first"));
    assertThat(words(Map.of(), link, "--config", "a b", ""))
        .endsWith("-cp", home + "/lib/*", "dev.confab.server.Main", "--config", "a b", "");
  }

  @Test
  void optionsOfTheEnvironmentCountMore() throws Exception {
    Map<String, String> more = Map.of("CONFAB_SERVER_JAVA_OPTS", "-Xmx1g -Da=b");
    assertThat(words(more, home.resolve("bin/confab-server")))
        .containsSubsequence("@" + home + "/lib/confab-server.options", "-Xmx1g", "-Da=b", "-cp");
  }

  @Test
  void javaTakesItsOptions() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    executable("runtime/bin/java", "#!/bin/sh\nexec '" + java + "' \"$@\"\n");
    Files.copy(
        Path.of("../signaling-server/src/main/launcher/confab-server.options"),
        Files.createDirectories(home.resolve("lib")).resolve("confab-server.options"));
    Ran ran =
        Ran.of(
            Map.of("CONFAB_SERVER_JAVA_OPTS", "-version"),
            List.of(home.resolve("bin/confab-server").toString()));
    assertThat(ran.output()).contains("version \"25").doesNotContain("warning");
    assertThat(ran.status()).isZero();
  }
}
