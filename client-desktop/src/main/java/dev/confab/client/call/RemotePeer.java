package dev.confab.client.call;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.PeerId;

/// Another member, as a tile shows them. `microphone` and `camera` are what they say of themselves;
/// `frames` is where their picture arrives, whether or not it is shown.
public record RemotePeer(
    PeerId peer,
    DisplayName name,
    boolean microphone,
    boolean camera,
    Link link,
    boolean chatOpen,
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
