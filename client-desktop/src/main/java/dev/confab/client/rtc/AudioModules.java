package dev.confab.client.rtc;

import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the audio module of the connection factory: the system's, or a dummy where there is no
/// sound system, since a factory that finds none ends the process. The module stays the same for
/// the factory's whole life.
final class AudioModules {
  private static final Logger LOG = LoggerFactory.getLogger(AudioModules.class);

  /// `real`: it records and plays; the dummy does neither, but lets painted sound be sent.
  record Module(AudioDeviceModule adm, boolean real) {}

  private AudioModules() {}

  static Module open(boolean audioServer) {
    if (audioServer) {
      try {
        return new Module(new AudioDeviceModule(), true);
      } catch (Error e) { // what webrtc-java throws
        LOG.warn("The sound system does not open; the call will be silent", e);
      }
    }
    return new Module(new AudioDeviceModule(AudioLayer.kDummyAudio), false);
  }
}
