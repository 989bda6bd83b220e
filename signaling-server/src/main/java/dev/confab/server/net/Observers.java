package dev.confab.server.net;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.room.ConnectionId;
import dev.confab.server.room.Departure;
import java.util.List;

/// Several observers as one.
final class Observers implements Observer {
  private final List<Observer> all;

  Observers(List<Observer> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public void came(RoomId room, PeerId peer, int members) {
    all.forEach(it -> it.came(room, peer, members));
  }

  @Override
  public void went(RoomId room, PeerId peer, LeaveReason reason, int members) {
    all.forEach(it -> it.went(room, peer, reason, members));
  }

  @Override
  public void turnedAway(Rejection why) {
    all.forEach(it -> it.turnedAway(why));
  }

  @Override
  public void opened(ConnectionId id, int connections) {
    all.forEach(it -> it.opened(id, connections));
  }

  @Override
  public void received(ConnectionId from, ClientMessage message, int length, long arrivedNanos) {
    for (Observer each : all) {
      each.received(from, message, length, arrivedNanos);
    }
  }

  @Override
  public void sent(ConnectionId to, ServerMessage message, int length) {
    for (Observer each : all) {
      each.sent(to, message, length);
    }
  }

  @Override
  public void settled() {
    for (Observer each : all) {
      each.settled();
    }
  }

  @Override
  public void closing(ConnectionId id, CloseCode code) {
    all.forEach(it -> it.closing(id, code));
  }

  @Override
  public void ended(ConnectionId id, int code, Departure departure, int connections) {
    all.forEach(it -> it.ended(id, code, departure, connections));
  }

  @Override
  public void failed(ConnectionId id, Throwable bug) {
    all.forEach(it -> it.failed(id, bug));
  }
}
