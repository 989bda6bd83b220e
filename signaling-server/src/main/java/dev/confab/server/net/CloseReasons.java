package dev.confab.server.net;

import dev.confab.protocol.CloseCode;
import dev.confab.server.room.Departure;

/// What a close code means: in words, and for the session on the closed socket.
final class CloseReasons {
  private CloseReasons() {}

  /// Goes out in the close frame: at most 123 bytes (RFC 6455, section 5.5).
  static String text(CloseCode code) {
    return switch (code) {
      case NORMAL -> "goodbye";
      case GOING_AWAY -> "the server stops";
      case NOT_TEXT -> "only text frames are spoken here";
      case TOO_BIG -> "the message is too big";
      case INTERNAL_ERROR -> "the server made a mistake";
      case NO_HELLO -> "no hello came in time";
      case UNSUPPORTED_VERSION -> "no common protocol version";
      case TOO_MANY_ERRORS -> "too many messages that could not be understood";
      case TOO_FAST -> "too many messages in too short a time";
      case TOO_SLOW -> "the socket does not take what is sent to it";
      case REPLACED -> "the session goes on over another socket";
      case SERVER_FULL -> "too many connections";
      case TOO_MANY_FROM_ADDRESS -> "too many connections from one address";
      case IDLE -> "in no room for a long time";
    };
  }

  /// `byClient`: the client closed, or its socket simply ended.
  static Departure departure(int code, boolean byClient) {
    if (byClient) {
      return code == CloseCode.NORMAL.number() ? Departure.GOODBYE : Departure.INTERRUPTED;
    }
    return CloseCode.of(code)
        .map(ours -> ours.then() == CloseCode.Then.GIVE_UP)
        .map(hopeless -> hopeless ? Departure.CUT_OFF : Departure.INTERRUPTED)
        .orElse(Departure.INTERRUPTED);
  }
}
