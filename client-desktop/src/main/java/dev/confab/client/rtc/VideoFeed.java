package dev.confab.client.rtc;

import dev.onvoid.webrtc.media.video.VideoTrackSource;

/// Something that produces a picture and runs: a camera, or a painted one.
interface VideoFeed {
  VideoTrackSource source();

  /// The camera's name; empty for a painted picture.
  String deviceName();

  /// WebRTC makes its picture smaller by itself, where a path does not bear more.
  boolean adapts();

  /// Stops it and gives the device back: its light goes out. Returns at once; the tracks made of
  /// the source must have been disposed of before. Once only.
  void close();
}
