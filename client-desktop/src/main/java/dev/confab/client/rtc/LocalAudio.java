package dev.confab.client.rtc;

import dev.confab.client.call.CallThread;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.Devices;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.media.ClipException;
import dev.confab.client.media.SoundSource;
import dev.confab.client.media.Tone;
import dev.confab.client.media.WavClip;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The own sound: a microphone (through the audio module), a tone or a clip. Call thread alone.
final class LocalAudio {
  private static final Logger LOG = LoggerFactory.getLogger(LocalAudio.class);
  private static final double TONE_HZ = 440;
  private static final double TONE_AMPLITUDE = 0.3;

  /// A connection gets painted sound so long after it stood. WebRTC begins to send a while after it
  /// says that it stands, and nothing tells when; once it does, the microphone is opened within the
  /// call that puts the track in, and can be closed right after it.
  static final long SETTLE_MILLIS = 1_000;

  /// When recording has been stopped, WebRTC's thread may still be handing over the 10 ms that it
  /// recorded last, and nothing tells when it is done. It has this long, since painted sound at the
  /// same moment would end the process.
  private static final long LAST_BLOCK_MILLIS = 100;

  /// `track`: there is another [#track] to send, or none; the old one is disposed of when it
  /// returns. `changed`: so is what there is to report. `level`: how loud painted sound is, on any
  /// thread.
  record Listeners(Runnable track, Runnable changed, DoubleConsumer level) {}

  private final PeerConnectionFactory factory;
  private final AudioModules.Module module;
  private final Executor deviceThread;
  private final CallThread callThread;
  private final Listeners listeners;
  private final boolean clean;

  private MicrophoneChoice wanted = new MicrophoneChoice.None();
  private boolean muted;
  private long wish;
  private @Nullable AudioTrackSource microphone;
  private @Nullable SoundFeed feed;
  private @Nullable AudioTrack track;
  private @Nullable DeviceProblem problem;

  LocalAudio(
      PeerConnectionFactory factory,
      AudioModules.Module module,
      Executor deviceThread,
      CallThread callThread,
      Listeners listeners,
      boolean clean) {
    this.factory = factory;
    this.module = module;
    this.deviceThread = deviceThread;
    this.callThread = callThread;
    this.listeners = listeners;
    this.clean = clean;
  }

  @Nullable AudioTrack track() {
    return track;
  }

  @Nullable DeviceProblem problem() {
    return problem;
  }

  void want(MicrophoneChoice choice, boolean mute) {
    muted = mute;
    if (!choice.equals(wanted)) {
      wanted = choice;
      reopen();
    } else {
      setEnabled();
    }
  }

  void devicesChanged(Devices devices) {
    if (wanted instanceof MicrophoneChoice.Device(String name)) {
      DeviceProblem now = problem(name, devices);
      if (!Objects.equals(now, problem)) {
        problem = now;
        listeners.changed().run();
      }
    }
  }

  /// What a connection may be given as soon as it is made. Painted sound must wait until it stands
  /// and has settled ([#SETTLE_MILLIS]).
  @Nullable AudioTrack trackAtOnce() {
    return feed == null ? track : null;
  }

  /// Runs what puts tracks into connections or takes them out. A microphone goes on meanwhile;
  /// painted sound pauses, since WebRTC's list of listeners has no lock. Where there is a sound
  /// system WebRTC opens the microphone within this moment: it is closed at once, nobody hears it,
  /// and painted sound takes its place a little later.
  void whileTracksChange(Runnable change) {
    SoundFeed painted = feed;
    if (painted == null) {
      change.run();
      return;
    }
    painted.pause();
    setEnabled();
    change.run();
    if (module.real()) {
      module.adm().stopRecording();
      callThread.after(LAST_BLOCK_MILLIS, () -> resume(painted));
    } else {
      resume(painted);
    }
  }

  private void resume(SoundFeed painted) {
    painted.resume();
    setEnabled();
  }

  private void setEnabled() {
    if (track != null) {
      track.setEnabled(!muted && (feed == null || !feed.paused()));
    }
  }

  void close() {
    wish++;
    wanted = new MicrophoneChoice.None();
    drop();
  }

  private void reopen() {
    long number = ++wish;
    drop();
    problem = null;
    switch (wanted) {
      case MicrophoneChoice.None none -> {}
      case MicrophoneChoice.Device device -> {
        if (module.real()) {
          use(factory.createAudioTrack("microphone", microphone()));
        } else {
          problem = new DeviceProblem.NoAudioServer();
        }
      }
      case MicrophoneChoice.Tone tone -> paint(new Tone(TONE_HZ, TONE_AMPLITUDE));
      case MicrophoneChoice.Clip clip -> deviceThread.execute(() -> load(number, clip));
    }
    listeners.changed().run();
  }

  /// One for the whole life: the library has no way to give it back.
  private AudioTrackSource microphone() {
    AudioTrackSource source = microphone;
    if (source == null) {
      source = factory.createAudioSource(options());
      microphone = source;
    }
    return source;
  }

  private AudioOptions options() {
    AudioOptions options = new AudioOptions();
    options.echoCancellation = clean;
    options.autoGainControl = clean;
    options.noiseSuppression = clean;
    options.highpassFilter = clean;
    return options;
  }

  /// Device thread: reading a file may take its time.
  private void load(long number, MicrophoneChoice.Clip clip) {
    try {
      WavClip sound = WavClip.open(clip.file());
      callThread.execute(() -> loaded(number, sound));
    } catch (ClipException e) {
      LOG.warn("Cannot play the clip: {}", e.getMessage());
      callThread.execute(() -> notLoaded(number, new DeviceProblem.ClipUnreadable(clip.file())));
    }
  }

  private void loaded(long number, WavClip sound) {
    if (number == wish) {
      paint(sound);
      listeners.changed().run();
    } else {
      sound.close();
    }
  }

  private void notLoaded(long number, DeviceProblem why) {
    if (number == wish) {
      problem = why;
      listeners.changed().run();
    }
  }

  private void paint(SoundSource sound) {
    SoundFeed painted = new SoundFeed(sound, listeners.level());
    feed = painted;
    use(factory.createAudioTrack("sound", painted.source()));
  }

  private void use(AudioTrack made) {
    track = made;
    setEnabled();
    listeners.track().run();
  }

  private static @Nullable DeviceProblem problem(String name, Devices devices) {
    if (!devices.audioServer()) {
      return new DeviceProblem.NoAudioServer();
    }
    if (devices.microphones().isEmpty()) {
      return new DeviceProblem.NoMicrophone();
    }
    return name.isEmpty() || devices.microphones().contains(name)
        ? null
        : new DeviceProblem.MicrophoneMissing(name);
  }

  private void drop() {
    whileTracksChange(this::dropTrack);
    if (feed != null) {
      feed.close();
      feed = null;
    }
  }

  private void dropTrack() {
    @Nullable AudioTrack old = track;
    if (old != null) {
      track = null;
      listeners.track().run();
      old.dispose();
    }
  }
}
