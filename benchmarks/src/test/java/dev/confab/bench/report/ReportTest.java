package dev.confab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.bench.measure.Figure;
import dev.confab.bench.server.Contender;
import dev.confab.protocol.json.JsonLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private final Results results = new Results();

  @Test
  void theMedianOfTheRoundsCounts() {
    for (double value : new double[] {90, 10, 30}) {
      results.add(Contender.CONFAB, Map.of(Figure.RELAYED_SMALL, value));
    }
    results.add(Contender.SOCKET_IO, Map.of(Figure.RELAYED_SMALL, 8.0));
    results.add(Contender.SOCKET_IO, Map.of(Figure.RELAYED_SMALL, 12.0));

    assertThat(results.median(Contender.CONFAB, Figure.RELAYED_SMALL)).hasValue(30);
    assertThat(results.ratio(Figure.RELAYED_SMALL)).hasValue(3);
    assertThat(results.ratio(Figure.STORM)).isEmpty();
  }

  @Test
  void anAimIsMetOrMissedAndNothingIsHidden() {
    results.add(
        Contender.CONFAB,
        Map.of(Figure.RELAYED_SMALL, 75_000.0, Figure.HEAP, 4.0, Figure.CONNECTIONS, 900.0));
    results.add(Contender.SOCKET_IO, Map.of(Figure.RELAYED_SMALL, 30_000.0, Figure.HEAP, 10.0));

    assertThat(new Report(results).table())
        .containsExactly(
            "| median | Confab | Socket.IO | Confab / Socket.IO | aim | |",
            "|---|---|---|---|---|---|",
            "| Relayed messages a second, 200 B | 75,000 | 30,000 | 2.50 | ≥ 2.50 | met |",
            "| Connections a second | 900 |  |  | ≥ 1.00 | not measured |",
            "| Heap of an idle connection, kB | 4.00 | 10.00 | 0.40 | ≤ 0.30 | **missed** |");
  }

  @Test
  void aGeneratorAtItsEndIsTold() {
    results.add(Contender.WS, Map.of(Figure.BUSY_SMALL, 99.0, Figure.BUSY_LARGE, 60.0));
    results.add(Contender.ECHO, Map.of(Figure.BUSY_SMALL, 99.0));

    assertThat(new Report(results).table().stream().filter(it -> it.contains("at its end")))
        .singleElement()
        .asString()
        .contains("ws (200 B)");
  }

  @Test
  void aServerThatDidNotHaveItsProcessorIsTold() {
    results.add(Contender.WS, Map.of(Figure.CPU_SMALL, 98.0, Figure.CPU_LARGE, 97.0));
    assertThat(new Report(results).table()).noneMatch(it -> it.contains("Something else"));

    results.add(Contender.SOCKET_IO, Map.of(Figure.CPU_SMALL, 98.0, Figure.CPU_LARGE, 28.0));
    assertThat(new Report(results).table()).anyMatch(it -> it.contains("Something else"));
  }

  @Test
  void everyRoundIsInTheFile(@TempDir Path folder) throws Exception {
    results.add(Contender.CONFAB, Map.of(Figure.STORM, 500.0));
    results.add(Contender.CONFAB, Map.of(Figure.STORM, 700.0));

    new Report(results).write(folder.resolve("server.json"));

    String json = Files.readString(folder.resolve("server.json"));
    assertThat(JsonLine.read(json).get("confab"))
        .asString()
        .contains("STORM=[500.0, 700.0]", "HEAP=[]");
  }
}
