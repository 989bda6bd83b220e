package dev.confab.client.rtc;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.media.ClipException;
import dev.confab.client.media.TestPicture;
import dev.confab.client.media.Y4mClip;
import dev.confab.client.rtc.CameraFeed.CameraBusyException;
import dev.onvoid.webrtc.media.video.VideoDevice;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens what is to be the own picture, on the device thread; the answer comes on the call thread.
final class VideoOpener {
  private static final Logger LOG = LoggerFactory.getLogger(VideoOpener.class);

  /// What became of it.
  sealed interface Opened {}

  record Running(VideoFeed feed) implements Opened {}

  record Failed(DeviceProblem problem) implements Opened {}

  private final Executor deviceThread;
  private final Executor callThread;
  private final String patternName;

  /// `patternName` gives the test picture its colour, so that two people differ.
  VideoOpener(Executor deviceThread, Executor callThread, String patternName) {
    this.deviceThread = deviceThread;
    this.callThread = callThread;
    this.patternName = patternName;
  }

  void open(CameraChoice choice, Consumer<Opened> answer) {
    deviceThread.execute(
        () -> {
          Opened opened = open(choice);
          callThread.execute(() -> answer.accept(opened));
        });
  }

  private Opened open(CameraChoice choice) {
    return switch (choice) {
      case CameraChoice.None none -> new Failed(new DeviceProblem.NoCamera());
      case CameraChoice.Pattern pattern ->
          new Running(new PaintedFeed(TestPicture.of(patternName)));
      case CameraChoice.Clip clip -> {
        try {
          yield new Running(new PaintedFeed(Y4mClip.open(clip.file())));
        } catch (ClipException e) {
          LOG.warn("Cannot show the clip: {}", e.getMessage());
          yield new Failed(new DeviceProblem.ClipUnreadable(clip.file()));
        }
      }
      case CameraChoice.Device(String name) -> name.isEmpty() ? openAny() : openNamed(name);
    };
  }

  private Opened openNamed(String name) {
    for (VideoDevice device : DeviceWatch.cameras()) {
      if (device.getName().equals(name)) {
        return open(device);
      }
    }
    return new Failed(new DeviceProblem.CameraMissing(name));
  }

  /// The first that starts; if none does, what is wrong with the first.
  private Opened openAny() {
    List<VideoDevice> cameras = DeviceWatch.cameras();
    if (cameras.isEmpty()) {
      return new Failed(new DeviceProblem.NoCamera());
    }
    Opened first = open(cameras.getFirst());
    for (int i = 1; i < cameras.size() && first instanceof Failed; i++) {
      if (open(cameras.get(i)) instanceof Running running) {
        return running;
      }
    }
    return first;
  }

  private Opened open(VideoDevice device) {
    try {
      return new Running(CameraFeed.open(device, deviceThread));
    } catch (CameraBusyException e) {
      LOG.info("A camera does not start", e);
      return new Failed(new DeviceProblem.CameraBusy(device.getName()));
    }
  }
}
