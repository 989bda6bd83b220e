package dev.confab.client.rtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoTrack;

/// Two tracks that never carry anything: `addTrack` needs one, and there may be no device yet.
record StandIns(AudioTrack audio, VideoTrack video) {

  static StandIns make(PeerConnectionFactory factory, NativeScope scope) {
    CustomAudioSource sound = new CustomAudioSource();
    scope.onClose(sound::dispose);
    CustomVideoSource picture = new CustomVideoSource();
    scope.onClose(picture::dispose);
    AudioTrack audio = factory.createAudioTrack("no-sound", sound);
    scope.onClose(audio::dispose);
    VideoTrack video = factory.createVideoTrack("no-picture", picture);
    scope.onClose(video::dispose);
    return new StandIns(audio, video);
  }
}
