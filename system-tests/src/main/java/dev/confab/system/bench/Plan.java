package dev.confab.system.bench;

import dev.confab.system.Installation;
import java.nio.file.Path;
import java.time.Duration;

/// What is to be measured: `joins` calls that only begin, and one that is measured for `measured`,
/// and again when it has lasted for `later` (zero: not again).
public record Plan(
    Installation installation,
    Path output,
    boolean windows,
    int joins,
    Duration measured,
    Duration later) {}
