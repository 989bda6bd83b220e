package dev.confab.installer.bench;

import dev.confab.protocol.json.JsonLine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The figures as tables of docs/performance.md, and as JSON for programs.
record StartReport(Sizes sizes, StartBenchmark.Figures figures, double loadBefore) {
  void print() {
    line("| download | MB |%n|---|---|");
    sizes.packages().forEach(StartReport::size);
    line("%n| installed | MB |%n|---|---|");
    sizes.installed().forEach(StartReport::size);
    size(new Part("all of it", sizes.total()));
    size(new Part("on the disk, in whole blocks", sizes.onDisk()));
    size(new Part("Chromium, as its packages say", sizes.chromium()));
    line("%nLoad average %.1f before, %.1f after", loadBefore, load());
    line("Looking at the screen took %.1f %% of a core", 100 * watching());
    line("%n| median (least to most) | %s |", String.join(" | ", figures.warm().keySet()));
    line("|---|%s", "---|".repeat(figures.warm().size()));
    row("warm, ms", figures.warm(), Start::millis);
    row("CPU, ms", figures.warm(), Start::cpuMillis);
    row("cold, ms", figures.cold(), Start::millis);
    row("proportional memory, MiB", figures.warm(), it -> it.proportionalKib() / 1024.0);
  }

  void write(Path file) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", Instant.now().toString());
    json.put("loadBefore", loadBefore);
    json.put("loadAfter", load());
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("packages", parts(sizes.packages()));
    json.put("installed", parts(sizes.installed()));
    json.put("onDisk", sizes.onDisk());
    json.put("chromium", sizes.chromium());
    json.put("warm", starts(figures.warm()));
    json.put("cold", starts(figures.cold()));
    Files.writeString(file, JsonLine.of(json) + "\n");
    line("%nAlso in %s", file);
  }

  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private double watching() {
    return figures.warm().values().stream()
        .flatMap(List::stream)
        .mapToDouble(Start::watching)
        .average()
        .orElse(0);
  }

  private static void row(
      String what, Map<String, List<Start>> starts, ToDoubleFunction<Start> figure) {
    List<String> cells = new ArrayList<>();
    starts.values().forEach(each -> cells.add(Spread.of(each, figure).text()));
    if (!cells.isEmpty()) {
      line("| %s | %s |", what, String.join(" | ", cells));
    }
  }

  private static void size(Part part) {
    line("| %s | %.1f |", part.name(), part.bytes() / 1e6);
  }

  private static Map<String, Object> parts(List<Part> parts) {
    Map<String, Object> json = new LinkedHashMap<>();
    parts.forEach(part -> json.put(part.name(), part.bytes()));
    return json;
  }

  private static Map<String, Object> starts(Map<String, List<Start>> starts) {
    Map<String, Object> json = new LinkedHashMap<>();
    starts.forEach((name, each) -> json.put(name, each.stream().map(StartReport::json).toList()));
    return json;
  }

  private static Map<String, Object> json(Start start) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("millis", start.millis());
    json.put("cpuMillis", start.cpuMillis());
    json.put("proportionalKib", start.proportionalKib());
    return json;
  }

  private static void line(String form, Object... values) {
    System.out.printf(Locale.ROOT, form + "%n", values);
  }
}
