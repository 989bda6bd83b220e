package dev.confab.client.call;

import java.nio.file.Path;

/// What is sent as the picture.
public sealed interface CameraChoice {
  /// A camera by its name (two of one name: the first that works); an empty name: whichever there
  /// is.
  record Device(String name) implements CameraChoice {}

  /// The moving test picture.
  record Pattern() implements CameraChoice {}

  /// A Y4M clip, looped.
  record Clip(Path file) implements CameraChoice {}

  record None() implements CameraChoice {}

  CameraChoice ANY = new Device("");
}
