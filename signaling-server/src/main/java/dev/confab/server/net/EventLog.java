package dev.confab.server.net;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.room.ConnectionId;
import dev.confab.server.room.Departure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// What happened, as key-values. Names, tokens and contents of messages do not get in here.
final class EventLog implements Observer {
  private static final Logger LOG = LoggerFactory.getLogger("confab.server");

  private static LoggingEventBuilder with(
      LoggingEventBuilder entry, String event, ConnectionId id) {
    return entry.addKeyValue("event", event).addKeyValue("connection", id.value());
  }

  @Override
  public void turnedAway(Rejection why) {
    LOG.atDebug().addKeyValue("event", "turned-away").addKeyValue("reason", why.label()).log();
  }

  @Override
  public void opened(ConnectionId id, int connections) {
    with(LOG.atDebug(), "opened", id).addKeyValue("connections", connections).log();
  }

  /// Only the few messages that mark a turn are of interest.
  @Override
  public void sent(ConnectionId id, ServerMessage message, int length) {
    switch (message) {
      case ServerMessage.Welcome it ->
          with(LOG.atInfo(), "welcome", id)
              .addKeyValue("session", it.session())
              .addKeyValue("resumed", it.resumed())
              .log();
      case ServerMessage.Joined it ->
          with(LOG.atInfo(), "joined", id)
              .addKeyValue("room", it.room())
              .addKeyValue("peer", it.self())
              .addKeyValue("members", it.members().size() + 1)
              .log();
      case ServerMessage.MemberLeft it ->
          with(LOG.atInfo(), "member-left", id)
              .addKeyValue("peer", it.peer())
              .addKeyValue("reason", it.reason())
              .log();
      case ServerMessage.Refused it ->
          with(LOG.atDebug(), "refused", id).addKeyValue("code", it.code()).log();
      case ServerMessage.Removed _ -> with(LOG.atInfo(), "removed", id).log();
      case ServerMessage.Waiting _ -> with(LOG.atInfo(), "waiting", id).log();
      case ServerMessage.RoomUpdated it ->
          with(LOG.atDebug(), "room-updated", id)
              .addKeyValue("door", it.state().door())
              .addKeyValue("password", it.state().password())
              .addKeyValue("owners", it.state().owners())
              .log();
      case ServerMessage.Knock it ->
          with(LOG.atDebug(), "knock", id).addKeyValue("knock", it.knock()).log();
      case ServerMessage.KnockEnded it ->
          with(LOG.atDebug(), "knock-ended", id).addKeyValue("knock", it.knock()).log();
      case ServerMessage.UnsupportedVersion _,
          ServerMessage.Done _,
          ServerMessage.MemberJoined _,
          ServerMessage.MemberUpdated _,
          ServerMessage.Signal _,
          ServerMessage.RoomCounts _,
          ServerMessage.IceServers _,
          ServerMessage.Draining _ -> {}
    }
  }

  @Override
  public void closing(ConnectionId id, CloseCode code) {
    with(LOG.atInfo(), "closing", id).addKeyValue("code", code.number()).log();
  }

  @Override
  public void ended(ConnectionId id, int code, Departure departure, int connections) {
    with(LOG.atInfo(), "ended", id)
        .addKeyValue("how", departure)
        .addKeyValue("connections", connections)
        .log();
  }

  @Override
  public void failed(ConnectionId id, Throwable bug) {
    with(LOG.atError(), "failed", id).setCause(bug).log("a bug: the connection is closed");
  }

  void failed(String what, Throwable bug) {
    LOG.atError().addKeyValue("event", "failed").setCause(bug).log(what);
  }

  void socketError(Throwable error) {
    LOG.atDebug().addKeyValue("event", "socket-error").addKeyValue("error", error).log();
  }
}
