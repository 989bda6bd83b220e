package dev.confab.client.settings;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.SpeakerChoice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a choice of device is written in the file: `device:NAME`, `clip:PATH`, `test` or `none`.
/// What is not of this form is read as "whichever there is".
final class ChoiceText {
  private static final String DEVICE = "device:";
  private static final String CLIP = "clip:";
  private static final String TEST = "test";
  private static final String NONE = "none";

  private ChoiceText() {}

  static String of(CameraChoice choice) {
    return switch (choice) {
      case CameraChoice.Device device -> DEVICE + device.name();
      case CameraChoice.Clip clip -> CLIP + clip.file();
      case CameraChoice.Pattern() -> TEST;
      case CameraChoice.None() -> NONE;
    };
  }

  static String of(MicrophoneChoice choice) {
    return switch (choice) {
      case MicrophoneChoice.Device device -> DEVICE + device.name();
      case MicrophoneChoice.Clip clip -> CLIP + clip.file();
      case MicrophoneChoice.Tone() -> TEST;
      case MicrophoneChoice.None() -> NONE;
    };
  }

  static String of(SpeakerChoice choice) {
    return switch (choice) {
      case SpeakerChoice.Device device -> DEVICE + device.name();
      case SpeakerChoice.None() -> NONE;
    };
  }

  static CameraChoice camera(String text) {
    Path clip = clip(text);
    return switch (text) {
      case TEST -> new CameraChoice.Pattern();
      case NONE -> new CameraChoice.None();
      default -> clip != null ? new CameraChoice.Clip(clip) : new CameraChoice.Device(device(text));
    };
  }

  static MicrophoneChoice microphone(String text) {
    Path clip = clip(text);
    return switch (text) {
      case TEST -> new MicrophoneChoice.Tone();
      case NONE -> new MicrophoneChoice.None();
      default ->
          clip != null
              ? new MicrophoneChoice.Clip(clip)
              : new MicrophoneChoice.Device(device(text));
    };
  }

  static SpeakerChoice speaker(String text) {
    return text.equals(NONE) ? new SpeakerChoice.None() : new SpeakerChoice.Device(device(text));
  }

  private static String device(String text) {
    return text.startsWith(DEVICE) ? text.substring(DEVICE.length()) : "";
  }

  private static @Nullable Path clip(String text) {
    try {
      return text.startsWith(CLIP) ? Path.of(text.substring(CLIP.length())) : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
