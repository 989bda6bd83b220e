package dev.confab.client.rtc;

import dev.confab.client.call.Devices;
import dev.onvoid.webrtc.media.Device;
import dev.onvoid.webrtc.media.DeviceChangeListener;
import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.video.VideoDevice;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which devices are plugged in, and when that changes. Device thread alone, but for the
/// constructor.
///
/// With a sound system the library tells of changes; without one its listener would hang, so that
/// the cameras are asked for every two seconds.
final class DeviceWatch implements DeviceChangeListener {
  private static final long ASK_AGAIN_MILLIS = 2_000;

  private final DeviceThread thread;
  private final boolean audioServer;
  private final Consumer<Devices> changed;
  private @Nullable Devices known;

  DeviceWatch(DeviceThread thread, boolean audioServer, Consumer<Devices> changed) {
    this.thread = thread;
    this.audioServer = audioServer;
    this.changed = changed;
  }

  void start() {
    look();
    if (audioServer) {
      MediaDevices.addDeviceChangeListener(this);
      look(); // what changed in between
    } else {
      thread.every(ASK_AGAIN_MILLIS, this::look);
    }
  }

  void stop() {
    if (audioServer) {
      MediaDevices.removeDeviceChangeListener(this);
    }
  }

  @Override
  public void deviceConnected(Device device) {
    CallbackGuard.run("deviceConnected", () -> thread.execute(this::look));
  }

  @Override
  public void deviceDisconnected(Device device) {
    CallbackGuard.run("deviceDisconnected", () -> thread.execute(this::look));
  }

  private void look() {
    Devices devices =
        new Devices(
            cameras().stream().map(Device::getName).toList(),
            audioServer ? names(MediaDevices.getAudioCaptureDevices()) : List.of(),
            audioServer ? names(MediaDevices.getAudioRenderDevices()) : List.of(),
            audioServer);
    if (!devices.equals(known)) {
      known = devices;
      changed.accept(devices);
    }
  }

  static List<VideoDevice> cameras() {
    return MediaDevices.getVideoCaptureDevices();
  }

  /// The monitor of a speaker is no microphone; the library lists those that are plugged in later.
  private static List<String> names(List<AudioDevice> devices) {
    return devices.stream().filter(d -> !isMonitor(d)).map(Device::getName).sorted().toList();
  }

  private static boolean isMonitor(AudioDevice device) {
    return device.getDescriptor() != null && device.getDescriptor().endsWith(".monitor");
  }
}
