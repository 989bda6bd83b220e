package dev.confab.client.call;

import dev.confab.client.media.LatestFrame;
import org.jspecify.annotations.Nullable;

/// One's own devices as they are now. `preview` always exists; it holds frames while
/// `cameraRunning`. A camera that is off by wish has no problem.
public record LocalMedia(
    CameraChoice camera,
    boolean cameraOff,
    boolean cameraRunning,
    @Nullable DeviceProblem cameraProblem,
    LatestFrame preview,
    MicrophoneChoice microphone,
    boolean microphoneMuted,
    @Nullable DeviceProblem microphoneProblem,
    SpeakerChoice speaker,
    @Nullable DeviceProblem speakerProblem) {

  /// What of it the person wishes.
  public MediaWish wish() {
    return new MediaWish(camera, cameraOff, microphone, microphoneMuted, speaker);
  }
}
