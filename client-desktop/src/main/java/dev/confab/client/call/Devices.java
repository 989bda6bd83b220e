package dev.confab.client.call;

import java.util.List;

/// The devices that are plugged in, by the names the system gives them. `audioServer`: there is a
/// sound system at all (PulseAudio or PipeWire on Linux).
public record Devices(
    List<String> cameras, List<String> microphones, List<String> speakers, boolean audioServer) {
  public static final Devices NONE = new Devices(List.of(), List.of(), List.of(), false);

  public Devices {
    cameras = List.copyOf(cameras);
    microphones = List.copyOf(microphones);
    speakers = List.copyOf(speakers);
  }
}
