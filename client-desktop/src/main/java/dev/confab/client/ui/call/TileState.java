package dev.confab.client.ui.call;

import dev.confab.client.call.RemotePeer;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.ui.Texts;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.PeerId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the tile of another shows. No `frames`: the camera is off, the initials stand there
/// instead. `muted` is what they did, `mutedHere` what this person did to them.
record TileState(
    PeerId peer,
    DisplayName name,
    @Nullable LatestFrame frames,
    boolean muted,
    boolean mutedHere,
    boolean hand,
    boolean speaking,
    @Nullable TileNotice notice) {
  static TileState of(RemotePeer peer) {
    return new TileState(
        peer.peer(),
        peer.name(),
        peer.camera() ? peer.frames() : null,
        !peer.microphone(),
        peer.mutedHere(),
        peer.hand(),
        peer.speaking() && !peer.mutedHere(),
        TileNotice.of(peer).orElse(null));
  }

  /// All of it in words, for who does not see it.
  String spoken(boolean pinned) {
    List<String> parts = new ArrayList<>(List.of(name.value()));
    add(parts, muted, "tile.muted");
    add(parts, mutedHere, "tile.muted-here");
    add(parts, hand, "tile.hand");
    add(parts, speaking, "tile.speaking");
    add(parts, frames == null, "tile.camera-off");
    add(parts, pinned, "tile.pinned");
    if (notice != null) {
      parts.add(notice.title());
    }
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, boolean so, String key) {
    if (so) {
      parts.add(Texts.of(key));
    }
  }
}
