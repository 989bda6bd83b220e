package dev.confab.client.ui.call;

import dev.confab.client.call.RemotePeer;
import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.DisplayName;
import org.jspecify.annotations.Nullable;

/// What the tile of another shows. No `frames`: the camera is off, the initials stand there
/// instead.
record TileState(
    DisplayName name, @Nullable LatestFrame frames, boolean muted, @Nullable TileNotice notice) {
  static TileState of(RemotePeer peer) {
    return new TileState(
        peer.name(),
        peer.camera() ? peer.frames() : null,
        !peer.microphone(),
        TileNotice.of(peer).orElse(null));
  }
}
