package dev.confab.client.call;

import dev.confab.client.call.CameraChoice.Device;
import java.util.List;

/// Which devices the person wants, and what they should send. The media side reconciles towards the
/// newest wish.
public record MediaWish(
    CameraChoice camera,
    boolean cameraOff,
    MicrophoneChoice microphone,
    boolean microphoneMuted,
    SpeakerChoice speaker) {

  public static final MediaWish DEFAULT =
      new MediaWish(CameraChoice.ANY, false, MicrophoneChoice.ANY, false, SpeakerChoice.ANY);

  public MediaWish withCamera(CameraChoice choice) {
    return new MediaWish(choice, cameraOff, microphone, microphoneMuted, speaker);
  }

  public MediaWish withCameraOff(boolean off) {
    return new MediaWish(camera, off, microphone, microphoneMuted, speaker);
  }

  public MediaWish withMicrophone(MicrophoneChoice choice) {
    return new MediaWish(camera, cameraOff, choice, microphoneMuted, speaker);
  }

  public MediaWish withMicrophoneMuted(boolean muted) {
    return new MediaWish(camera, cameraOff, microphone, muted, speaker);
  }

  public MediaWish withSpeaker(SpeakerChoice choice) {
    return new MediaWish(camera, cameraOff, microphone, microphoneMuted, choice);
  }

  /// The camera after the one that is chosen or, where that is left open, in use, in the order of
  /// the list; the same wish where there is none. Two of one name count as one: they cannot be told
  /// apart.
  MediaWish withNextCamera(Devices devices, String inUse) {
    List<String> names = devices.cameras().stream().distinct().toList();
    if (names.isEmpty()) {
      return this;
    }
    String from = camera instanceof Device(String chosen) && !chosen.isEmpty() ? chosen : inUse;
    return withCamera(new Device(names.get((names.indexOf(from) + 1) % names.size())));
  }
}
