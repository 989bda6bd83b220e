package dev.confab.server.net;

import dev.confab.server.room.ConnectionId;
import dev.confab.server.room.Sessions;

/// Sees to it that no more is kept for all clients together than the [Allowance] has. Belongs to
/// the thread of the [SocketLoop].
final class Relief {
  private final Sessions sessions;
  private final Carrier carrier;
  private final Allowance allowance;

  Relief(Sessions sessions, Carrier carrier, Allowance allowance) {
    this.sessions = sessions;
    this.carrier = carrier;
    this.allowance = allowance;
  }

  /// To be called after each step. No scan for each message: only when there is too much, and then
  /// something ends or is forgotten.
  void relieve() {
    while (keptBytes() > allowance.maxBytes()) {
      long before = keptBytes();
      carrier.perform(sessions.relieve(this::unsentBytes));
      if (keptBytes() >= before) {
        return; // the rest is of those who are about to end
      }
    }
  }

  private long keptBytes() {
    return sessions.keptBytes() + allowance.unsent().bytes();
  }

  private int unsentBytes(ConnectionId id) {
    Connection connection = carrier.at(id);
    return connection == null ? 0 : connection.unsentBytes();
  }
}
