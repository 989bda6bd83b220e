package dev.confab.system.bench;

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

/// The figures of rooms as a table for people, and as JSON for programs.
final class RoomReport {
  private final Plan plan;
  private final Map<String, Object> json = new LinkedHashMap<>();

  RoomReport(Plan plan, int members) {
    this.plan = plan;
    json.put("at", Instant.now().toString());
    json.put("members", members);
    json.put("processors", Runtime.getRuntime().availableProcessors());
    line("A room of %d, each sends 1280x720 at 30 frames a second", members);
  }

  void add(String title, List<Membership> members) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    line("%n%s; load average %.1f, %d processors", title, load, processors());
    line(
        "%7s %9s %6s %8s %12s %14s %16s %7s %10s",
        "member",
        "connected",
        "CPU %",
        "PSS MiB",
        "sent kbit/s",
        "received kbit/s",
        "frames/s of each",
        "fewest",
        "largest");
    for (int i = 0; i < members.size(); i++) {
      Membership member = members.get(i);
      line(
          "%7d %9d %6.0f %8.0f %12.0f %15.0f %16.1f %7.1f %10s",
          i + 1,
          member.connected(),
          member.cpuPercent(),
          member.proportionalKib() / 1024.0,
          member.sentKbit(),
          member.receivedKbit(),
          member.framesDrawn(),
          member.fewestFramesDrawn(),
          member.picture());
    }
    json.put(
        title,
        Map.of("loadAverage", load, "members", members.stream().map(Membership::toJson).toList()));
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  void write() throws BenchmarkException {
    Path file = plan.output().resolve("room.json");
    try {
      Files.writeString(file, JsonLine.of(json) + "\n");
    } catch (IOException e) {
      throw new BenchmarkException("cannot write " + file, e);
    }
    line("%nAlso in %s", file);
  }

  private static void line(String form, Object... values) {
    System.out.printf(Locale.ROOT, form + "%n", values);
  }
}
