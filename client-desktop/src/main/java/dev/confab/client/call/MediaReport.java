package dev.confab.client.call;

import org.jspecify.annotations.Nullable;

/// What became of the wish: what runs, and what stands in the way. `cameraName` is the device in
/// use, empty for none.
public record MediaReport(
    boolean cameraRunning,
    String cameraName,
    @Nullable DeviceProblem cameraProblem,
    @Nullable DeviceProblem microphoneProblem,
    @Nullable DeviceProblem speakerProblem) {

  public static final MediaReport NOTHING_YET = new MediaReport(false, "", null, null, null);
}
