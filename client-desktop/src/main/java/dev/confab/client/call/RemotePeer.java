package dev.confab.client.call;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.PeerId;

/// Another member, as a tile shows them. `microphone`, `camera` and `hand` are what they say of
/// themselves; `speaking` is what is heard of them, `mutedHere` that this person does not want to
/// hear them. `frames` is where their picture arrives, whether or not it is shown.
public record RemotePeer(
    PeerId peer,
    DisplayName name,
    boolean microphone,
    boolean camera,
    boolean hand,
    Link link,
    boolean chatOpen,
    boolean speaking,
    boolean mutedHere,
    LatestFrame frames) {

  /// How it stands with the connection to them.
  public enum Link {
    CONNECTING,
    CONNECTED,
    /// The path broke; it is being mended.
    INTERRUPTED,
    FAILED
  }
}
