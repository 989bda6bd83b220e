package dev.confab.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The demonstration as `./confab demo --headless` starts it, with the programs as they were built.
class DemoIT {
  /// A check of the other's may be here before the candidate that tells of it: then its address is
  /// peer-reflexive (RFC 8445, 7.3.1.3), and the path is the same.
  private static final String DIRECT = "(host|prflx)-(host|prflx)/udp";

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void eachSeesTheOtherAndItEndsByItself() throws Exception {
    Process demo = demo("--headless", "--seconds", "3", "--output", folder.toString());
    String said = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(demo.waitFor()).as(said).isZero();
    assertThat(said)
        .containsPattern("connected to Ben by " + DIRECT)
        .containsPattern("connected to Anna by " + DIRECT)
        .contains("wrote to Ben, and heard back", "wrote to Anna, and heard back")
        .doesNotContain("Exception", "Failed to attach");
    assertThat(ShownPicture.in(folder.resolve("anna.png")).orElseThrow().isOf("Ben")).isTrue();
    assertThat(ShownPicture.in(folder.resolve("ben.png")).orElseThrow().isOf("Anna")).isTrue();
  }

  @Test
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "there a program is ended without a word to it")
  void whoInterruptsItLeavesNothingRunning() throws Exception {
    Process demo = demo("--headless", "--seconds", "600", "--output", folder.toString());
    try (var lines = demo.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.contains("connected")) {
        line = lines.readLine();
      }
      List<ProcessHandle> started = demo.descendants().toList();
      assertThat(started).hasSize(3);
      demo.toHandle().destroy();
      assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(started).noneMatch(ProcessHandle::isAlive);
      assertThat(lines.readAllAsString()).doesNotContain("did not work", "Exception");
    }
  }

  private static Process demo(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", Caller.classPath(), Demo.class.getName()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CONFAB_HOME", ROOT.toString());
    return builder.start();
  }
}
