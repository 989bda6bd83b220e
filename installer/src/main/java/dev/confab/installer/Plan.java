package dev.confab.installer;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is to be made. `project`: the checkout, built by Maven. `work`: for what is made on the
/// way. `dist`: where the packages go. `time`: what every file in them says of when it was made, so
/// that the same commit gives the same. `quick`: larger packages sooner, for tests. `update`: what
/// the app is told of updates; null: nothing, and it never asks.
record Plan(
    Path project,
    Path work,
    Path dist,
    PackageVersion version,
    Instant time,
    boolean quick,
    @Nullable UpdateFacts update) {

  /// What goes into packages as it is, or is filled in.
  Path sources() {
    return project.resolve("installer/src/main");
  }
}
