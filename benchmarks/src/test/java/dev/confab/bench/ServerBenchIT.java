package dev.confab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.confab.bench.measure.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `./confab bench server` and `./confab bench soak`, with the server as it was built.
@EnabledOnOs(value = OS.LINUX, disabledReason = "what a process uses is read from /proc")
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ServerBenchIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void aQuickRunMeasuresEverythingAndEndsByItself() throws Exception {
    Process bench = start(ServerBench.class, "--quick", "--servers", "confab");
    String said = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(bench.waitFor()).as(said).isZero();
    for (Figure figure : Figure.values()) {
      assertThat(said).contains("| " + figure.title() + " | ");
    }
    assertThat(folder.resolve("server.json")).isNotEmptyFile();
  }

  @Test
  void theRelaysPassOnWhatConfabPassesOn() throws Exception {
    Path relays = ROOT.resolve("benchmarks/target/node/node_modules");
    assumeThat(Files.isDirectory(relays))
        .as("the relays' libraries come from npm's registry, by ./confab bench server")
        .isTrue();
    Process bench =
        start(ServerBench.class, "--quick", "--only", "storm", "--servers", "socket.io,ws,peerjs");
    String said = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(bench.waitFor()).as(said).isZero();
    assertThat(said).contains("| Socket.IO | ws | PeerJS |", Figure.STORM.title());
  }

  @Test
  void whoInterruptsItLeavesNothingRunning() throws Exception {
    Process bench = start(SoakBench.class, "--connections", "50", "--every", "2");
    try (var lines = bench.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.contains("resume=")) { // on a busy machine not the first
        assertThat(line).doesNotContain("WRONG");
        line = lines.readLine();
      }
      assertThat(line).contains("in rooms").doesNotContain("WRONG");
      List<ProcessHandle> started = bench.descendants().toList();
      assertThat(started).isNotEmpty();
      bench.toHandle().destroy();
      assertThat(bench.waitFor(60, TimeUnit.SECONDS)).isTrue();
      for (ProcessHandle each : started) {
        each.onExit().get(60, TimeUnit.SECONDS);
      }
    } finally {
      bench.destroy(); // also where it was not interrupted above: it would go on for half an hour
    }
  }

  private Process start(Class<?> program, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of("--output", folder.toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CONFAB_HOME", ROOT.toString());
    return builder.start();
  }
}
