package dev.confab.system.bench;

import dev.confab.client.rtc.ConversionCost;
import dev.confab.protocol.json.JsonLine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// The figures as a table for people, and as JSON for programs.
final class Report {
  private static final int SHOWN_THREADS = 6;

  private final Plan plan;
  private final Benchmark.Figures figures;

  Report(Plan plan, Benchmark.Figures figures) {
    this.plan = plan;
    this.figures = figures;
  }

  void print() {
    line("A 1280x720 call at 30 frames a second, %s", plan.windows() ? "in windows" : "headless");
    line("Load average %.2f, %d processors", load(), Runtime.getRuntime().availableProcessors());
    joins("Join to first drawn frame, program running", Joining::join, figures.warm());
    joins("  until the room's answer", Joining::meet, figures.warm());
    joins("  until connected", Joining::connect, figures.warm());
    joins("  until the first frame is drawn", Joining::picture, figures.warm());
    joins("Start of the process to first drawn frame", Joining::start, figures.cold());
    for (ConversionCost cost : figures.conversions()) {
      line("%-44s %6.3f ms CPU a frame", "Convert 1280x720 to " + cost.size(), cost.cpuMillis());
    }
    call("Call", figures.early());
    figures
        .later()
        .ifPresent(later -> call("The same after " + plan.later().toMinutes() + " min", later));
  }

  private static void joins(String what, ToDoubleFunction<Joining> figure, List<Joining> joins) {
    double[] sorted = joins.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length > 0) {
      line(
          "%-44s %6.0f ms (%.0f to %.0f, of %d)",
          what, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1], sorted.length);
    }
  }

  private static void call(String title, Map<String, Interval> intervals) {
    Interval anna = intervals.get("Anna");
    Interval ben = intervals.get("Ben");
    if (anna == null || ben == null) {
      throw new IllegalStateException("a call has two ends");
    }
    line("%n%-44s %10s %10s", title, "Anna", "Ben");
    row("CPU, % of a core", "%.1f", Interval::cpuPercent, anna, ben);
    row("Resident memory, MiB", "%.0f", use -> use.residentKib() / 1024.0, anna, ben);
    row("Proportional memory, MiB", "%.0f", use -> use.proportionalKib() / 1024.0, anna, ben);
    row("Threads", "%.0f", Interval::threads, anna, ben);
    row("Open files", "%.0f", Interval::files, anna, ben);
    row("Frames drawn a second", "%.1f", Interval::drawnPerSecond, anna, ben);
    row("Own frames drawn a second", "%.1f", Interval::ownDrawnPerSecond, anna, ben);
    row("Capture to drawn, median, ms", "%.0f", Interval::ageMedianMillis, anna, ben);
    row("Capture to drawn, 99 %, ms", "%.0f", Interval::age99Millis, anna, ben);
    row("Allocated a frame, bytes", "%.0f", Interval::allocatedPerFrame, anna, ben);
    threads("CPU ms a frame, by thread", "%.2f", Interval::cpuMillisPerFrame, anna, ben);
    threads("Bytes a frame, by thread", "%.0f", Interval::allocatedPerFrameByThread, anna, ben);
  }

  private static void row(
      String what, String form, ToDoubleFunction<Interval> figure, Interval anna, Interval ben) {
    line(
        "%-44s %10s %10s",
        what, text(form, figure.applyAsDouble(anna)), text(form, figure.applyAsDouble(ben)));
  }

  /// The threads that stand out at Anna's.
  private static void threads(
      String what,
      String form,
      Function<Interval, Map<String, Double>> figure,
      Interval anna,
      Interval ben) {
    line("%s", what);
    figure.apply(anna).entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(SHOWN_THREADS)
        .forEach(
            entry -> {
              String name = entry.getKey();
              double bens = figure.apply(ben).getOrDefault(name, 0.0);
              line("  %-42s %10s %10s", name, text(form, entry.getValue()), text(form, bens));
            });
  }

  void write() throws BenchmarkException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", Instant.now().toString());
    json.put("windows", plan.windows());
    json.put("loadAverage", load());
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("warmJoins", figures.warm().stream().map(Joining::toJson).toList());
    json.put("coldJoins", figures.cold().stream().map(Joining::toJson).toList());
    json.put("conversions", figures.conversions().stream().map(Report::conversion).toList());
    json.put("call", intervals(figures.early()));
    figures.later().ifPresent(later -> json.put("later", intervals(later)));
    Path file = plan.output().resolve("bench.json");
    try {
      Files.writeString(file, JsonLine.of(json) + "\n");
    } catch (IOException e) {
      throw new BenchmarkException("cannot write " + file, e);
    }
    line("%nAlso in %s", file);
  }

  private static Map<String, Object> conversion(ConversionCost cost) {
    return Map.of("to", cost.size(), "cpuMillis", cost.cpuMillis());
  }

  private static Map<String, Object> intervals(Map<String, Interval> intervals) {
    Map<String, Object> json = new LinkedHashMap<>();
    intervals.forEach((name, interval) -> json.put(name, interval.toJson()));
    return json;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String text(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }

  private static void line(String form, Object... values) {
    System.out.printf(Locale.ROOT, form + "%n", values);
  }
}
