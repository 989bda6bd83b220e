package dev.confab.client.rtc;

import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioRecorder;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to the microphone before the call, for the level meter alone; nothing is kept. Device
/// thread alone.
final class MicrophoneMeter {
  private static final Logger LOG = LoggerFactory.getLogger(MicrophoneMeter.class);

  private final DoubleConsumer level;
  private @Nullable AudioRecorder recorder;
  private int blocks;

  MicrophoneMeter(DoubleConsumer level) {
    this.level = level;
  }

  /// Answers whether it listens.
  boolean start(String name) {
    stop();
    List<AudioDevice> microphones = MediaDevices.getAudioCaptureDevices();
    if (microphones.isEmpty()) {
      return false;
    }
    if (!name.isEmpty() && microphones.stream().noneMatch(d -> d.getName().equals(name))) {
      return false; // nobody asked to listen to another one
    }
    AudioDevice chosen =
        microphones.stream()
            .filter(d -> d.getName().equals(name))
            .findFirst()
            .orElse(microphones.getFirst());
    AudioRecorder starting = new AudioRecorder();
    starting.setAudioDevice(chosen);
    starting.setAudioSink(
        (samples, count, bytesPerSample, channels, rate, delay, drift) ->
            CallbackGuard.run("onRecordedData", () -> heard(samples)));
    try {
      starting.start();
      recorder = starting;
      return true;
    } catch (RuntimeException | Error e) { // webrtc-java throws java.lang.Error
      LOG.info("The microphone does not start", e);
      return false;
    }
  }

  void stop() {
    if (recorder != null) {
      recorder.stop();
      recorder = null;
      level.accept(0);
    }
  }

  /// The recorder's thread, every ten milliseconds.
  private void heard(byte[] samples) {
    if (blocks++ % 10 == 0) {
      level.accept(Loudness.of(samples));
    }
  }
}
