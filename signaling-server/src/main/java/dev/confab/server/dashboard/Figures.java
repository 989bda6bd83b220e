package dev.confab.server.dashboard;

import com.sun.management.OperatingSystemMXBean;
import dev.confab.server.dashboard.History.Sample;
import dev.confab.server.metrics.Reading;
import dev.confab.server.metrics.Tally;
import dev.confab.server.metrics.Times;
import dev.confab.server.net.Vitals;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/// The numbers of the whole server as JSON: now, over the last minute, and over the last hour.
final class Figures {
  private static final double MINUTE = 60;

  private final Tally tally;
  private final History history;

  Figures(Tally tally, History history) {
    this.tally = tally;
    this.history = history;
  }

  Map<String, Object> now(Vitals vitals) {
    Sample now = Sample.of(tally);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("members", now.reading().members());
    figures.put("rooms", now.reading().rooms());
    figures.put("connections", now.reading().connections());
    figures.put("awaited", vitals.awaited());
    figures.put("mailbox", vitals.mailbox());
    figures.put("unsentBytes", vitals.unsentBytes());
    figures.put("state", vitals.draining() ? "draining" : vitals.full() ? "full" : "ready");
    figures.put("refused", now.reading().refused());
    figures.put("closed", now.reading().closed());
    figures.put("minute", lastMinute(now));
    figures.put("heapBytes", now.heapBytes());
    figures.put("heapMostBytes", Runtime.getRuntime().maxMemory());
    figures.put("cpu", cpu());
    figures.put("upMillis", ManagementFactory.getRuntimeMXBean().getUptime());
    return figures;
  }

  /// Since the sample of a minute ago, or the first one that there is.
  private Map<String, Object> lastMinute(Sample now) {
    List<Sample> samples = history.samples();
    Sample before = samples.getFirst();
    for (Sample sample : samples) {
      if (seconds(sample, now) >= MINUTE) {
        before = sample;
      }
    }
    double scale = MINUTE / Math.max(seconds(before, now), 1);
    Reading was = before.reading();
    Reading is = now.reading();
    return Map.of(
        "joins",
        (is.joins() - was.joins()) * scale,
        "leaves",
        (is.leaves() - was.leaves()) * scale,
        "received",
        (is.received() - was.received()) * scale / MINUTE,
        "relayed",
        (is.relayed() - was.relayed()) * scale / MINUTE,
        "relayP99",
        Times.quantile(0.99, was.relaying(), is.relaying()));
  }

  private static double cpu() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean os
        ? os.getProcessCpuLoad()
        : Double.NaN;
  }

  /// Columns of the same length, oldest first.
  Map<String, Object> lastHour() {
    List<Sample> samples = history.samples();
    return Map.of(
        "stepSeconds", History.STEP.toSeconds(),
        "length", History.LENGTH,
        "members", column(samples, it -> it.reading().members()),
        "connections", column(samples, it -> it.reading().connections()),
        "heap", column(samples, Sample::heapBytes),
        "received", rates(samples, (a, b) -> b.received() - a.received()),
        "relayed", rates(samples, (a, b) -> b.relayed() - a.relayed()),
        "relayP99", steps(samples, Figures::p99));
  }

  private static List<Double> column(List<Sample> samples, ToDoubleFunction<Sample> value) {
    return samples.stream().map(value::applyAsDouble).toList();
  }

  private static List<Double> rates(
      List<Sample> samples, ToDoubleBiFunction<Reading, Reading> growth) {
    return steps(
        samples,
        (a, b) -> growth.applyAsDouble(a.reading(), b.reading()) / Math.max(seconds(a, b), 1));
  }

  /// Something between each two samples; the first has none before it, and counts as nothing.
  private static List<Double> steps(
      List<Sample> samples, ToDoubleBiFunction<Sample, Sample> value) {
    List<Double> found = new ArrayList<>();
    found.add(0.0);
    for (int i = 1; i < samples.size(); i++) {
      found.add(value.applyAsDouble(samples.get(i - 1), samples.get(i)));
    }
    return found;
  }

  private static double p99(Sample from, Sample to) {
    return Times.quantile(0.99, from.reading().relaying(), to.reading().relaying());
  }

  private static double seconds(Sample from, Sample to) {
    return (to.nanos() - from.nanos()) / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
