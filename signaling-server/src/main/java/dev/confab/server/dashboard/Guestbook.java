package dev.confab.server.dashboard;

import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.net.Observer;
import dev.confab.server.room.ConnectionId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// How much each member has said: the rooms do not keep that. The rooms' thread writes, any thread
/// reads.
final class Guestbook implements Observer {
  private final Map<PeerId, AtomicLong> signals = new ConcurrentHashMap<>();

  /// Signals that went from here to others.
  long signals(PeerId peer) {
    AtomicLong count = signals.get(peer);
    return count == null ? 0 : count.get();
  }

  @Override
  public void came(RoomId room, PeerId peer, int members) {
    signals.put(peer, new AtomicLong());
  }

  @Override
  public void went(RoomId room, PeerId peer, LeaveReason reason, int members) {
    signals.remove(peer);
  }

  @Override
  public void sent(ConnectionId to, ServerMessage message, int length) {
    if (message instanceof ServerMessage.Signal signal) {
      AtomicLong count = signals.get(signal.from());
      if (count != null) {
        count.setRelease(count.getPlain() + 1);
      }
    }
  }
}
