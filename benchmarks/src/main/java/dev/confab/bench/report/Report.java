package dev.confab.bench.report;

import dev.confab.bench.measure.Aim;
import dev.confab.bench.measure.Figure;
import dev.confab.bench.server.Contender;
import dev.confab.protocol.json.JsonLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// The table of docs/performance.md, as Markdown, and all figures as JSON.
public final class Report {
  private static final double SATURATED = 95;
  private static final double DISTURBED = 85;

  private final Results results;
  private final List<Contender> columns;

  public Report(Results results) {
    this.results = results;
    this.columns = List.copyOf(results.contenders());
  }

  /// Medians, with the aim beside what came out.
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("| median |");
    columns.forEach(it -> head.append(' ').append(it.title()).append(" |"));
    lines.add(head + " Confab / Socket.IO | aim | |");
    lines.add("|---|" + "---|".repeat(columns.size() + 3));
    for (Figure figure : Figure.values()) {
      if (columns.stream().anyMatch(it -> results.median(it, figure).isPresent())) {
        lines.add(row(figure));
      }
    }
    lines.addAll(warnings());
    return lines;
  }

  private String row(Figure figure) {
    StringBuilder row = new StringBuilder("| " + figure.title() + " |");
    for (Contender contender : columns) {
      row.append(' ').append(text(figure.form(), results.median(contender, figure))).append(" |");
    }
    OptionalDouble ratio = results.ratio(figure);
    String against = isShare(figure) ? "" : text("%.2f", ratio);
    row.append(' ').append(against).append(" |");
    row.append(' ').append(figure.aim().map(Report::aim).orElse("")).append(" |");
    row.append(' ').append(figure.aim().map(it -> verdict(it, ratio)).orElse("")).append(" |");
    return row.toString();
  }

  private static boolean isShare(Figure figure) {
    return figure == Figure.BUSY_SMALL || figure == Figure.BUSY_LARGE;
  }

  private static String aim(Aim aim) {
    return String.format(Locale.ROOT, "%s %.2f", aim.least() ? "≥" : "≤", aim.ratio());
  }

  private static String verdict(Aim aim, OptionalDouble ratio) {
    if (ratio.isEmpty()) {
      return "not measured";
    }
    return aim.isMetBy(ratio.getAsDouble()) ? "met" : "**missed**";
  }

  /// Where the generator had no time left, its own speed is what was measured.
  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Contender contender : columns) {
      for (Figure busy : List.of(Figure.BUSY_SMALL, Figure.BUSY_LARGE)) {
        OptionalDouble share = results.median(contender, busy);
        if (contender != Contender.ECHO && share.orElse(0) > SATURATED) {
          warnings.add("");
          warnings.add(
              "The generator was at its end with %s (%s): the server can do more than is shown."
                  .formatted(contender.title(), busy == Figure.BUSY_SMALL ? "200 B" : "2.5 kB"));
        }
      }
    }
    if (columns.stream().anyMatch(this::wasDisturbed)) {
      warnings.add("");
      warnings.add(
          "Something else ran on a server's processor: of what is relayed, believe only the rows for"
              + " a second of the server's CPU.");
    }
    return warnings;
  }

  /// While all that it could do was asked of it, and the generator had time.
  private boolean wasDisturbed(Contender contender) {
    double share =
        Math.min(
            results.median(contender, Figure.CPU_SMALL).orElse(100),
            results.median(contender, Figure.CPU_LARGE).orElse(100));
    return contender != Contender.ECHO && share < DISTURBED;
  }

  private static String text(String form, OptionalDouble value) {
    return value.isEmpty() ? "" : String.format(Locale.ROOT, form, value.getAsDouble());
  }

  /// All rounds, by server.
  public void write(Path file) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", Instant.now().toString());
    for (Contender contender : columns) {
      Map<String, Object> own = new LinkedHashMap<>();
      for (Figure figure : Figure.values()) {
        own.put(figure.name(), results.all(contender, figure));
      }
      json.put(contender.key(), own);
    }
    Files.writeString(file, JsonLine.of(json) + "\n");
  }
}
