package dev.confab.protocol;

import java.util.Locale;
import java.util.Optional;

/// Why a request was refused. The wire form ([#wire]) is stable; `docs/protocol.md` says what each
/// asks of a client.
public enum ErrorCode {
  BAD_JSON,
  BAD_MESSAGE,
  UNKNOWN_TYPE,
  BAD_NAME,
  BAD_ROOM,
  TOO_LARGE,
  TOO_FAST,
  HELLO_FIRST,
  HELLO_TWICE,
  UNSUPPORTED_VERSION,
  ROOM_FULL,
  NAME_TAKEN,
  ALREADY_JOINED,
  NOT_JOINED,
  TO_SELF,
  NO_SUCH_MEMBER,
  DRAINING,
  SERVER_FULL,
  PASSWORD_NEEDED,
  WRONG_PASSWORD,
  TOO_MANY_GUESSES,
  INVITATION_NEEDED,
  BAD_INVITATION,
  ROOM_LOCKED,
  TURNED_AWAY,
  NOT_OWNER,
  NOT_ALLOWED,
  NO_SUCH_KNOCK;

  /// As it stands in a message: `room-full`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Empty for a code that a newer server made up.
  public static Optional<ErrorCode> ofWire(String wire) {
    for (ErrorCode code : values()) {
      if (code.wire().equals(wire)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }
}
