package dev.confab.system;

import java.nio.file.Path;
import java.time.Duration;

/// What the demonstration is to be: of which programs, how long, where its files go, with windows
/// or without.
public record DemoPlan(
    Programs programs, String room, Duration length, Path folder, boolean windows) {}
