package dev.confab.client.call;

import java.nio.file.Path;

/// What is sent as the sound.
public sealed interface MicrophoneChoice {
  /// A microphone by its name; an empty name: the system's default.
  record Device(String name) implements MicrophoneChoice {}

  /// The test tone.
  record Tone() implements MicrophoneChoice {}

  /// A WAV clip, looped.
  record Clip(Path file) implements MicrophoneChoice {}

  record None() implements MicrophoneChoice {}

  MicrophoneChoice ANY = new Device("");
}
