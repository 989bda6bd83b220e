package dev.confab.installer;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be made. `project`: the checkout, built by Maven. `work`: for what is made on the
/// way. `dist`: where the packages go. `url`: the home page. `time`: what every file in them says
/// of when it was made, so that the same commit gives the same. `quick`: larger packages sooner,
/// for tests. `update`: what the app is told of updates; null: nothing, and it never asks.
record Plan(
    Path project,
    Path work,
    Path dist,
    PackageVersion version,
    String url,
    Instant time,
    boolean quick,
    @Nullable UpdateFacts update) {

  /// What goes into packages as it is, or is filled in.
  Path sources() {
    return project.resolve("installer/src/main");
  }

  /// With which the templates there are filled in.
  Map<String, String> values() {
    return Map.of(
        "VERSION", version.toString(),
        "DATE", LocalDate.ofInstant(time, ZoneOffset.UTC).toString(),
        "URL", url);
  }

  /// With these beside them, or in their place.
  Map<String, String> values(Map<String, String> more) {
    Map<String, String> values = new HashMap<>(values());
    values.putAll(more);
    return values;
  }
}
