package dev.confab.protocol;

import java.util.Optional;

/// Why a socket was closed, and what the client should do: give up, resume, or start over with a
/// new `hello`. The numbers below 4000 are those of RFC 6455, section 7.4.1.
public enum CloseCode {
  NORMAL(1000, Then.GIVE_UP),
  GOING_AWAY(1001, Then.RESUME),
  NOT_TEXT(1003, Then.GIVE_UP),
  TOO_BIG(1009, Then.GIVE_UP),
  INTERNAL_ERROR(1011, Then.RESUME),
  NO_HELLO(4000, Then.START_OVER),
  UNSUPPORTED_VERSION(4001, Then.GIVE_UP),
  TOO_MANY_ERRORS(4002, Then.GIVE_UP),
  TOO_FAST(4003, Then.RESUME),
  TOO_SLOW(4004, Then.RESUME),
  REPLACED(4005, Then.GIVE_UP),
  SERVER_FULL(4006, Then.START_OVER),
  TOO_MANY_FROM_ADDRESS(4007, Then.RESUME),
  IDLE(4008, Then.START_OVER);

  /// What a client does after a close.
  public enum Then {
    GIVE_UP,
    RESUME,
    START_OVER
  }

  private final int number;
  private final Then then;

  CloseCode(int number, Then then) {
    this.number = number;
    this.then = then;
  }

  public int number() {
    return number;
  }

  public Then then() {
    return then;
  }

  /// Empty for a number that is not in the table (1006, the socket simply ended, is the usual one):
  /// then, resume.
  public static Optional<CloseCode> of(int number) {
    for (CloseCode code : values()) {
      if (code.number == number) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }
}
