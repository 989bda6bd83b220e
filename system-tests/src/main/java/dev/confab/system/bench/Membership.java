package dev.confab.system.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one member of a room used, sent and saw between two moments. `connected`: to so many
/// others. Rates are a second; frames are those of one other member: the mean of all, and of the
/// one that was seen worst. `picture` is the size of the largest that is received.
record Membership(
    long connected,
    double cpuPercent,
    long proportionalKib,
    double sentKbit,
    double receivedKbit,
    double framesDrawn,
    double fewestFramesDrawn,
    String picture) {

  /// What the kernel says, and the newest line of figures.
  record Moment(ProcessUse use, Map<String, Object> line) {
    static Moment now(Client client) throws BenchmarkException {
      return new Moment(ProcessUse.of(client.child().pid()), client.lastLine());
    }

    private double at() {
      return Line.number(line, "atMillis");
    }

    /// Of the picture and the sound, over all others.
    private double bytes(String picture, String sound) {
      return Line.peers(line).stream()
          .mapToDouble(
              peer ->
                  Line.number(Line.map(peer, picture), "bytes")
                      + Line.number(Line.map(peer, "audio"), sound))
          .sum();
    }

    private double drawn(String name) {
      return Line.peers(line).stream()
          .filter(peer -> name.equals(peer.get("name")))
          .mapToDouble(peer -> Line.number(peer, "framesDrawn"))
          .sum();
    }
  }

  static Membership between(Moment start, Moment end) {
    double seconds = (end.at() - start.at()) / 1000;
    List<? extends Map<?, ?>> others = Line.peers(end.line());
    double[] drawn =
        others.stream()
            .map(peer -> String.valueOf(peer.get("name")))
            .mapToDouble(name -> (end.drawn(name) - start.drawn(name)) / seconds)
            .sorted()
            .toArray();
    double cpu = Line.process(end.line(), "cpuMillis") - Line.process(start.line(), "cpuMillis");
    return new Membership(
        others.stream().filter(peer -> "CONNECTED".equals(peer.get("link"))).count(),
        cpu / seconds / 10,
        end.use().proportionalKib(),
        rate(start.bytes("sent", "bytesSent"), end.bytes("sent", "bytesSent"), seconds),
        rate(
            start.bytes("received", "bytesReceived"),
            end.bytes("received", "bytesReceived"),
            seconds),
        Arrays.stream(drawn).average().orElse(0),
        drawn.length == 0 ? 0 : drawn[0],
        others.stream()
            .map(peer -> Line.map(peer, "received"))
            .max(Comparator.comparingDouble(received -> Line.number(received, "width")))
            .map(Membership::size)
            .orElse(""));
  }

  private static double rate(double before, double after, double seconds) {
    return (after - before) * 8 / 1000 / seconds;
  }

  private static String size(Map<?, ?> picture) {
    return "%.0fx%.0f".formatted(Line.number(picture, "width"), Line.number(picture, "height"));
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("connectedTo", connected);
    json.put("cpuPercentOfACore", cpuPercent);
    json.put("proportionalKib", proportionalKib);
    json.put("sentKbitPerSecond", sentKbit);
    json.put("receivedKbitPerSecond", receivedKbit);
    json.put("drawnPerSecondOfEach", framesDrawn);
    json.put("drawnPerSecondOfTheWorst", fewestFramesDrawn);
    json.put("receivedSize", picture);
    return json;
  }
}
