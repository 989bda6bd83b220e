package dev.confab.client.call;

/// Where the others are heard.
public sealed interface SpeakerChoice {
  /// A speaker by its name; an empty name: the system's default.
  record Device(String name) implements SpeakerChoice {}

  record None() implements SpeakerChoice {}

  SpeakerChoice ANY = new Device("");
}
