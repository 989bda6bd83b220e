package dev.confab.system.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one client did between two moments of a call.
record Interval(
    double seconds,
    double cpuPercent,
    long residentKib,
    long proportionalKib,
    int threads,
    int files,
    double drawnPerSecond,
    double convertedPerSecond,
    double ownDrawnPerSecond,
    int ageMedianMillis,
    int age99Millis,
    double allocatedPerFrame,
    Map<String, Double> cpuMillisPerFrame,
    Map<String, Double> allocatedPerFrameByThread) {

  /// The thread that writes the figures is there to measure, not to call.
  private static final String MEASURING = "confab-stats";

  /// A moment: what the kernel says, and the newest line of figures.
  record Moment(ProcessUse use, Map<String, Object> line) {
    static Moment now(Client client) throws BenchmarkException {
      ProcessUse use = ProcessUse.of(client.child().pid());
      List<Map<String, Object>> lines = client.lines();
      if (lines.isEmpty()) {
        throw new BenchmarkException("no figures of " + client.name());
      }
      return new Moment(use, lines.getLast());
    }

    double at() {
      return Line.number(line, "atMillis");
    }
  }

  static Interval between(Moment start, Moment end, List<Map<String, Object>> lines) {
    double seconds = (end.at() - start.at()) / 1000;
    double frames = grown(start, end, "framesDrawn");
    Ages ages = new Ages();
    for (Map<String, Object> line : lines) {
      double at = Line.number(line, "atMillis");
      if (at > start.at() && at <= end.at()) {
        ages.add(Line.map(Line.peer(line), "agesMillis"));
      }
    }
    Map<String, Double> allocated = allocated(start, end, frames);
    double own =
        Line.number(end.line(), "ownFramesDrawn") - Line.number(start.line(), "ownFramesDrawn");
    double cpu = Line.process(end.line(), "cpuMillis") - Line.process(start.line(), "cpuMillis");
    Map<String, Double> cpuByThread = new TreeMap<>();
    end.use()
        .threadsSince(start.use())
        .forEach((name, millis) -> cpuByThread.put(name, millis / frames));
    return new Interval(
        seconds,
        cpu / seconds / 10,
        end.use().residentKib(),
        end.use().proportionalKib(),
        end.use().threads(),
        end.use().files(),
        frames / seconds,
        grown(start, end, "framesConverted") / seconds,
        own / seconds,
        ages.percentile(50),
        ages.percentile(99),
        allocated.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(MEASURING))
            .mapToDouble(Map.Entry::getValue)
            .sum(),
        cpuByThread,
        allocated);
  }

  private static double grown(Moment start, Moment end, String name) {
    return Line.peer(end.line(), name) - Line.peer(start.line(), name);
  }

  /// Bytes a drawn frame, by thread, of the threads that live at both moments.
  private static Map<String, Double> allocated(Moment start, Moment end, double frames) {
    Map<?, ?> before = Line.map(Line.map(start.line(), "process"), "allocatedBytesByThread");
    Map<?, ?> after = Line.map(Line.map(end.line(), "process"), "allocatedBytesByThread");
    Map<String, Double> grown = new TreeMap<>();
    for (Object thread : after.keySet()) {
      String name = thread.toString();
      if (before.containsKey(name)) {
        double bytes = Line.number(after, name) - Line.number(before, name);
        if (bytes > 0) {
          grown.put(name, bytes / frames);
        }
      }
    }
    return grown;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("seconds", seconds);
    json.put("cpuPercentOfACore", cpuPercent);
    json.put("residentKib", residentKib);
    json.put("proportionalKib", proportionalKib);
    json.put("threads", threads);
    json.put("openFiles", files);
    json.put("drawnPerSecond", drawnPerSecond);
    json.put("convertedPerSecond", convertedPerSecond);
    json.put("ownDrawnPerSecond", ownDrawnPerSecond);
    json.put("captureToDrawnMedianMillis", ageMedianMillis);
    json.put("captureToDrawn99Millis", age99Millis);
    json.put("allocatedBytesPerFrame", allocatedPerFrame);
    json.put("cpuMillisPerFrameByThread", cpuMillisPerFrame);
    json.put("allocatedBytesPerFrameByThread", allocatedPerFrameByThread);
    return json;
  }
}
