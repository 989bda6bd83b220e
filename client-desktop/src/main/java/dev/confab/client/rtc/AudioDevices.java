package dev.confab.client.rtc;

import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.Devices;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.SpeakerChoice;
import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which microphone the system's audio module records from, and which speaker it plays on. Wishes
/// come on the call thread; the work is done on the device thread.
///
/// On Linux a stream can be put on a device only after it has been opened, which WebRTC does some
/// time after a connection stands: so it is tried a few times.
final class AudioDevices {
  private static final Logger LOG = LoggerFactory.getLogger(AudioDevices.class);
  private static final boolean LINUX =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
  private static final int TRIES = 6;
  private static final long TRY_AGAIN_MILLIS = 500;

  private final AudioModules.Module module;
  private final DeviceThread deviceThread;
  private SpeakerChoice speaker = SpeakerChoice.ANY;
  private MicrophoneChoice microphone = MicrophoneChoice.ANY;
  private @Nullable DeviceProblem speakerProblem;
  private volatile boolean live;
  private volatile boolean closed;

  AudioDevices(AudioModules.Module module, DeviceThread deviceThread) {
    this.module = module;
    this.deviceThread = deviceThread;
  }

  @Nullable DeviceProblem speakerProblem() {
    return speakerProblem;
  }

  /// Answers whether the others are to be heard at all.
  boolean want(MicrophoneChoice newMicrophone, SpeakerChoice newSpeaker, Devices devices) {
    boolean changed = !newMicrophone.equals(microphone) || !newSpeaker.equals(speaker);
    microphone = newMicrophone;
    speaker = newSpeaker;
    devicesChanged(devices);
    if (changed) {
      route();
    }
    return !(speaker instanceof SpeakerChoice.None);
  }

  void devicesChanged(Devices devices) {
    speakerProblem =
        speaker instanceof SpeakerChoice.Device(String name) ? problem(name, devices) : null;
  }

  private static @Nullable DeviceProblem problem(String name, Devices devices) {
    if (!devices.audioServer()) {
      return new DeviceProblem.NoAudioServer();
    }
    if (devices.speakers().isEmpty()) {
      return new DeviceProblem.NoSpeaker();
    }
    return name.isEmpty() || devices.speakers().contains(name)
        ? null
        : new DeviceProblem.SpeakerMissing(name);
  }

  /// Whether a connection stands, so that WebRTC records and plays.
  void setLive(boolean now) {
    live = now;
  }

  void close() {
    closed = true;
  }

  /// Streams may have been opened anew: puts them where they belong.
  void route() {
    if (!module.real()) {
      return;
    }
    if (speaker instanceof SpeakerChoice.Device(String name) && !name.isEmpty()) {
      deviceThread.execute(() -> routeTo(PulseRouting.Streams.PLAYING, name, TRIES));
    }
    if (microphone instanceof MicrophoneChoice.Device(String name) && !name.isEmpty()) {
      deviceThread.execute(() -> routeTo(PulseRouting.Streams.RECORDING, name, TRIES));
    }
  }

  private void routeTo(PulseRouting.Streams streams, String name, int tries) {
    if (!LINUX) {
      chooseInModule(streams, name);
      return;
    }
    boolean playing = streams == PulseRouting.Streams.PLAYING;
    List<AudioDevice> devices =
        playing ? MediaDevices.getAudioRenderDevices() : MediaDevices.getAudioCaptureDevices();
    Optional<AudioDevice> device =
        devices.stream().filter(d -> d.getName().equals(name)).findFirst();
    if (device.isEmpty()) {
      return; // the report says that it is missing; the default is used meanwhile
    }
    try {
      int moved = PulseRouting.move(streams, device.get().getDescriptor());
      if (moved == 0 && tries > 1) {
        deviceThread.after(TRY_AGAIN_MILLIS, () -> routeTo(streams, name, tries - 1));
      }
    } catch (IOException e) {
      LOG.warn("Cannot choose the device; the system's default is used (is pactl installed?)", e);
    }
  }

  /// Windows and macOS: the module itself can be told. What runs is begun anew on the device; what
  /// does not run must not be started, or the microphone would be open without a call.
  private void chooseInModule(PulseRouting.Streams streams, String name) {
    AudioDeviceModule adm = module.adm();
    if (closed) {
      return;
    }
    switch (streams) {
      case PLAYING -> named(adm.getPlayoutDevices(), name).ifPresent(this::playOn);
      case RECORDING -> named(adm.getRecordingDevices(), name).ifPresent(this::recordFrom);
    }
  }

  private void playOn(AudioDevice device) {
    AudioDeviceModule adm = module.adm();
    if (live) {
      adm.stopPlayout();
    }
    adm.setPlayoutDevice(device);
    if (live) {
      adm.initPlayout();
      adm.startPlayout();
    }
  }

  private void recordFrom(AudioDevice device) {
    AudioDeviceModule adm = module.adm();
    if (live) {
      adm.stopRecording();
    }
    adm.setRecordingDevice(device);
    if (live) {
      adm.initRecording();
      adm.startRecording();
    }
  }

  private static Optional<AudioDevice> named(List<AudioDevice> devices, String name) {
    return devices.stream().filter(d -> d.getName().equals(name)).findFirst();
  }
}
