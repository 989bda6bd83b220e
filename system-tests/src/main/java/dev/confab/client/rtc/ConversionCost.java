package dev.confab.client.rtc;

import dev.confab.client.media.LatestFrame;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/// What [FrameConverter] costs: CPU time of the thread that calls it, for one frame of 1280x720
/// brought to `size`. It stands in the converter's package, since nothing else is to see that.
public record ConversionCost(String size, double cpuMillis) {
  private static final int WARM_UP = 300;
  private static final int FRAMES = 1_500;

  /// Loads the native library into this process.
  public static List<ConversionCost> measureAll() {
    AudioDeviceModule silence = new AudioDeviceModule(AudioLayer.kDummyAudio);
    PeerConnectionFactory factory = new PeerConnectionFactory(silence); // loads the library
    try {
      return List.of(measure(1280, 720), measure(960, 540), measure(640, 360));
    } finally {
      factory.dispose();
      silence.dispose();
    }
  }

  private static ConversionCost measure(int width, int height) {
    LatestFrame frames = new LatestFrame();
    frames.wish(new LatestFrame.Wish(width, height));
    FrameConverter converter = new FrameConverter(frames);
    NativeI420Buffer buffer = NativeI420Buffer.allocate(1280, 720);
    try {
      convert(converter, buffer, WARM_UP);
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadCpuTime();
      convert(converter, buffer, FRAMES);
      double nanos = threads.getCurrentThreadCpuTime() - before;
      if (frames.published() != WARM_UP + FRAMES) {
        throw new IllegalStateException("converted " + frames.published() + " frames");
      }
      return new ConversionCost(width + "x" + height, nanos / FRAMES / 1e6);
    } finally {
      buffer.release();
    }
  }

  /// As WebRTC does: a reference for each frame, which the converter gives back.
  private static void convert(FrameConverter converter, NativeI420Buffer buffer, int times) {
    for (int i = 0; i < times; i++) {
      buffer.retain();
      converter.onVideoFrame(new VideoFrame(buffer, 0));
    }
  }
}
