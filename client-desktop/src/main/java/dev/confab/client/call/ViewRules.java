package dev.confab.client.call;

import dev.confab.client.call.PeerSession.View;
import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.PeerId;

/// What is sent follows what is looked at: each side tells the other how large their picture is
/// drawn. And whom one does not want to hear.
final class ViewRules {
  private ViewRules() {}

  static void resized(Turn turn, PeerId peer, TileSize size) {
    if (turn.shown(peer) instanceof PeerSession session) {
      View view = session.view();
      PeerSession next = session.with(new View(view.mutedHere(), size));
      turn.put(next);
      if (!size.equals(view.wanted()) && next.chat().open()) {
        tell(turn, next);
      }
    }
  }

  static void tell(Turn turn, PeerSession session) {
    if (session.view().wanted() instanceof TileSize(int width, int height)) {
      ChannelMessage.View view =
          new ChannelMessage.View(
              Math.clamp(width, 0, ChannelMessage.View.MAX),
              Math.clamp(height, 0, ChannelMessage.View.MAX));
      turn.add(new CallEffect.SendOnChannel(session.key(), view));
    }
  }

  static void heard(Turn turn, PeerSession session, ChannelMessage.View view) {
    turn.add(new CallEffect.LimitPicture(session.key(), new TileSize(view.width(), view.height())));
  }

  static void mute(Turn turn, PeerId peer, boolean muted) {
    if (turn.shown(peer) instanceof PeerSession session) {
      View view = session.view();
      turn.put(session.with(new View(muted, view.wanted())));
      turn.add(new CallEffect.HearPeer(session.key(), !muted));
    }
  }
}
