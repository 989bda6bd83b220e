package dev.confab.client.ui.members;

import dev.confab.client.call.RemotePeer;
import dev.confab.client.call.RoomEntry;
import dev.confab.client.ui.Texts;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.PeerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the members list. `peer` is null for oneself, whom one can neither mute nor pin
/// here. `connection` is how it stands, in words. `owner`: of the room; `ours`: this person may
/// take them out of it, or hand it over to them.
record MemberState(
    @Nullable PeerId peer,
    DisplayName name,
    boolean microphone,
    boolean camera,
    boolean hand,
    boolean mutedHere,
    boolean pinned,
    boolean owner,
    boolean ours,
    String connection) {

  static MemberState of(RemotePeer peer, boolean pinned, RoomEntry entry) {
    return new MemberState(
        peer.peer(),
        peer.name(),
        peer.microphone(),
        peer.camera(),
        peer.hand(),
        peer.mutedHere(),
        pinned,
        entry.owners().contains(peer.peer()),
        entry.own(),
        Texts.of(connection(peer.link())));
  }

  private static String connection(RemotePeer.Link link) {
    return switch (link) {
      case CONNECTING -> "members.connecting";
      case CONNECTED -> "members.connected";
      case INTERRUPTED -> "members.reconnecting";
      case FAILED -> "members.failed";
    };
  }

  /// As it should be.
  boolean connected() {
    return connection.equals(Texts.of("members.connected"));
  }

  /// All of it, for who does not see it.
  String spoken() {
    return String.join(
        ", ",
        List.of(
            owner ? Texts.of("members.owner.state", name.value()) : name.value(),
            connection,
            Texts.of(microphone ? "members.microphone.on" : "members.microphone.off"),
            Texts.of(camera ? "members.camera.on" : "members.camera.off"),
            Texts.of(hand ? "members.hand.up" : "members.hand.down")));
  }
}
