package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The scripts `confab` and `launch`, with a Java that says how it was started.
@EnabledOnOs(OS.LINUX)
class AppLauncherTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final String SAYS = "#!/bin/sh\nprintf '%s\\n' \"$@\"\n";

  /// Breaks down at its first start.
  private static final String BREAKS_DOWN =
      SAYS + "[ -e \"$0.once\" ] || { : >\"$0.once\"; kill -KILL $$; }\n";

  @TempDir private Path folder = Path.of("");
  private Path app = Path.of("");

  @BeforeEach
  void install() throws Exception {
    app = folder.toRealPath().resolve("opt/an app");
    executable(
        "bin/confab",
        Tree.filledIn(
            PROJECT.resolve("installer/src/main/linux/confab/confab"),
            Map.of("CLASS_PATH", "$app/lib/confab.jar", "MAIN", ClientTree.MAIN)));
    executable(
        "lib/launch", Files.readString(PROJECT.resolve("client-desktop/src/main/launcher/launch")));
    executable("runtime/bin/confab", SAYS);
  }

  private void executable(String name, String text) throws IOException {
    Path file = app.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> words(List<String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("env", "-u", "XDG_STATE_HOME", "-u", "HOME"));
    command.addAll(environment);
    command.add(app.resolve("bin/confab").toString());
    command.addAll(List.of(arguments));
    Ran ran = Ran.of(Map.of(), command);
    assertThat(ran.status()).as(ran.output()).isZero();
    return ran.output().lines().toList();
  }

  @Test
  void reportsOfFaultsAreKeptWithThePersonsOwn() throws Exception {
    Path home = folder.toRealPath().resolve("a home");
    Path reports = home.resolve(".local/state/confab");

    assertThat(words(List.of("HOME=" + home), "--version"))
        .contains("-XX:ErrorFile=" + reports + "/crash-%p.log")
        .endsWith("-cp", app + "/lib/confab.jar", ClientTree.MAIN, "--version");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reports)))
        .isEqualTo("rwx------");
  }

  @Test
  void withoutAHomeNothingIsWrittenWhereOthersCouldLayALink() throws Exception {
    for (List<String> environment : List.of(List.<String>of(), List.of("HOME=/proc/nobody"))) {
      assertThat(words(environment))
          .contains("-XX:+ErrorFileToStderr")
          .noneMatch(word -> word.startsWith("-XX:ErrorFile="));
    }
  }

  @Test
  void afterAFaultItIsToldToGoBack() throws Exception {
    executable("runtime/bin/confab", BREAKS_DOWN);
    assertThat(words(List.of(), "confab://h/garden"))
        .endsWith(ClientTree.MAIN, "confab://h/garden", "--rejoin");
  }

  @Test
  void onceIsEnough() throws Exception {
    executable("runtime/bin/confab", BREAKS_DOWN);
    assertThat(words(List.of(), "--rejoin", "--name", "A B"))
        .endsWith(ClientTree.MAIN, "--rejoin", "--name", "A B");
  }

  @Test
  void behindTheDashesItWouldBeNoOption() throws Exception {
    executable("runtime/bin/confab", BREAKS_DOWN);
    assertThat(words(List.of(), "--", "confab://h/garden"))
        .endsWith(ClientTree.MAIN, "--rejoin", "--", "confab://h/garden");
  }
}
