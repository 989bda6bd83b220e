package dev.confab.client.ui.call;

import dev.confab.client.call.RemotePeer;
import dev.confab.client.ui.Texts;
import java.util.Optional;

/// How it stands with the connection to someone, where that is worth a word. `busy`: it is being
/// worked on.
record TileNotice(String title, String text, boolean busy) {
  static Optional<TileNotice> of(RemotePeer peer) {
    return switch (peer.link()) {
      case CONNECTED -> Optional.empty();
      case CONNECTING -> Optional.of(busy("tile.connecting", peer));
      case INTERRUPTED -> Optional.of(busy("tile.reconnecting", peer));
      case FAILED ->
          Optional.of(
              new TileNotice(
                  Texts.of("tile.failed", peer.name()), Texts.of("tile.failed.text"), false));
    };
  }

  private static TileNotice busy(String key, RemotePeer peer) {
    return new TileNotice(Texts.of(key, peer.name()), "", true);
  }
}
