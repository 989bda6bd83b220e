package dev.confab.client.call;

import java.nio.file.Path;

/// Why a device does not do what was wished. Shown beside the picture or the control; the call goes
/// on.
public sealed interface DeviceProblem {
  record NoCamera() implements DeviceProblem {}

  /// Named, or remembered from last time, and not plugged in.
  record CameraMissing(String name) implements DeviceProblem {}

  /// Another program has it, or it refuses to start.
  record CameraBusy(String name) implements DeviceProblem {}

  /// Pulled out while it ran; it is used again when it comes back.
  record CameraUnplugged(String name) implements DeviceProblem {}

  record ClipUnreadable(Path file) implements DeviceProblem {}

  record NoMicrophone() implements DeviceProblem {}

  record MicrophoneMissing(String name) implements DeviceProblem {}

  record NoSpeaker() implements DeviceProblem {}

  record SpeakerMissing(String name) implements DeviceProblem {}

  /// No PulseAudio or PipeWire: nothing can be heard or said.
  record NoAudioServer() implements DeviceProblem {}
}
