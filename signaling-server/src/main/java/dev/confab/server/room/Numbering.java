package dev.confab.server.room;

import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.ServerMessage.*;

/// Gives a message its place in a session.
final class Numbering {
  private Numbering() {}

  static ServerMessage number(ServerMessage message, long seq) {
    return switch (message) {
      case Welcome m ->
          new Welcome(
              seq,
              m.re(),
              m.version(),
              m.session(),
              m.resumeToken(),
              m.resumed(),
              m.lastId(),
              m.iceServers(),
              m.limits(),
              m.entry());
      case UnsupportedVersion m -> new UnsupportedVersion(seq, m.re(), m.versions());
      case Joined m ->
          new Joined(seq, m.re(), m.room(), m.self(), m.members(), m.state(), m.name());
      case Waiting m -> new Waiting(seq, m.re());
      case RoomUpdated m -> new RoomUpdated(seq, m.state());
      case Knock m -> new Knock(seq, m.knock(), m.name());
      case KnockEnded m -> new KnockEnded(seq, m.knock());
      case Removed _ -> new Removed(seq);
      case Done m -> new Done(seq, m.re());
      case MemberJoined m -> new MemberJoined(seq, m.member());
      case MemberLeft m -> new MemberLeft(seq, m.peer(), m.reason());
      case MemberUpdated m -> new MemberUpdated(seq, m.member());
      case Signal m -> new Signal(seq, m.from(), m.payload());
      case RoomCounts m -> new RoomCounts(seq, m.re(), m.rooms());
      case Refused m -> new Refused(seq, m.re(), m.code(), m.text());
      case IceServers m -> new IceServers(seq, m.iceServers());
      case Draining m -> new Draining(seq, m.seconds());
    };
  }
}
