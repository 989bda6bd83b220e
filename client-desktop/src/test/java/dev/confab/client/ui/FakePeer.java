package dev.confab.client.ui;

import dev.confab.client.call.RemotePeer;
import dev.confab.client.call.RemotePeer.Link;
import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.PeerId;

/// Members with one thing changed.
final class FakePeer {
  private FakePeer() {}

  static RemotePeer of(PeerId peer, DisplayName name, LatestFrame frames) {
    return new RemotePeer(
        peer, name, true, true, false, Link.CONNECTING, false, false, false, frames);
  }

  static RemotePeer sending(RemotePeer it, boolean microphone, boolean camera) {
    return new RemotePeer(
        it.peer(),
        it.name(),
        microphone,
        camera,
        it.hand(),
        it.link(),
        it.chatOpen(),
        it.speaking(),
        it.mutedHere(),
        it.frames());
  }

  static RemotePeer raising(RemotePeer it, boolean hand) {
    return new RemotePeer(
        it.peer(),
        it.name(),
        it.microphone(),
        it.camera(),
        hand,
        it.link(),
        it.chatOpen(),
        it.speaking(),
        it.mutedHere(),
        it.frames());
  }

  static RemotePeer linked(RemotePeer it, Link link) {
    return with(
        it,
        link,
        it.chatOpen() || link == Link.CONNECTED,
        it.speaking(),
        it.mutedHere(),
        it.frames());
  }

  static RemotePeer speaking(RemotePeer it, boolean speaking) {
    return with(it, it.link(), it.chatOpen(), speaking, it.mutedHere(), it.frames());
  }

  static RemotePeer mutedHere(RemotePeer it, boolean muted) {
    return with(it, it.link(), it.chatOpen(), it.speaking(), muted, it.frames());
  }

  static RemotePeer anew(RemotePeer it) {
    return with(it, Link.CONNECTING, false, false, it.mutedHere(), new LatestFrame());
  }

  private static RemotePeer with(
      RemotePeer it,
      Link link,
      boolean chatOpen,
      boolean speaking,
      boolean mutedHere,
      LatestFrame frames) {
    return new RemotePeer(
        it.peer(),
        it.name(),
        it.microphone(),
        it.camera(),
        it.hand(),
        link,
        chatOpen,
        speaking,
        mutedHere,
        frames);
  }
}
