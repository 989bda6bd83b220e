package dev.confab.client.rtc;

import dev.onvoid.webrtc.media.video.VideoCaptureCapability;
import dev.onvoid.webrtc.media.video.VideoDevice;
import dev.onvoid.webrtc.media.video.VideoDeviceSource;
import dev.onvoid.webrtc.media.video.VideoTrackSource;
import java.util.concurrent.Executor;

/// A camera that runs. Opening and closing one may take a second: both happen on the device thread.
final class CameraFeed implements VideoFeed {
  /// The nearest that the camera has is used.
  private static final VideoCaptureCapability WANTED = new VideoCaptureCapability(1280, 720, 30);

  private final String name;
  private final VideoDeviceSource source;
  private final Executor deviceThread;

  private CameraFeed(String name, VideoDeviceSource source, Executor deviceThread) {
    this.name = name;
    this.source = source;
    this.deviceThread = deviceThread;
  }

  /// Device thread.
  ///
  /// @throws CameraBusyException when it does not start: another program has it, as a rule
  static CameraFeed open(VideoDevice device, Executor deviceThread) throws CameraBusyException {
    VideoDeviceSource source = new VideoDeviceSource();
    try {
      source.setVideoCaptureDevice(device);
      source.setVideoCaptureCapability(WANTED);
      source.start();
    } catch (RuntimeException | Error e) { // webrtc-java throws java.lang.Error
      source.dispose();
      throw new CameraBusyException(e);
    }
    return new CameraFeed(device.getName(), source, deviceThread);
  }

  @Override
  public VideoTrackSource source() {
    return source;
  }

  @Override
  public String deviceName() {
    return name;
  }

  @Override
  public boolean adapts() {
    return true;
  }

  @Override
  public void close() {
    deviceThread.execute(
        () -> {
          source.stop();
          source.dispose();
        });
  }

  /// The camera refused to start.
  static final class CameraBusyException extends Exception {
    private static final long serialVersionUID = 1L;

    private CameraBusyException(Throwable cause) {
      super(cause);
    }
  }
}
