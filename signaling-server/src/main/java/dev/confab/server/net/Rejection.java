package dev.confab.server.net;

import java.util.Locale;

/// Why somebody was turned away before there was a session.
public enum Rejection {
  /// A web page that may not connect.
  ORIGIN,
  /// Too many from one address at a time.
  ADDRESS_FULL,
  /// Too many new ones from one address.
  ADDRESS_RATE,
  /// As many as the server takes.
  SERVER_FULL,
  /// So many above that, that nobody is even told.
  SOCKETS,
  /// No handshake of TLS came about.
  TLS,
  /// The request's head is too long, or has too many lines.
  REQUEST_TOO_LARGE,
  /// The request is none for a WebSocket of ours.
  BAD_REQUEST,
  /// No complete request came in time.
  NO_REQUEST,
  /// No `hello` came in time.
  NO_HELLO,
  /// No version of the protocol in common.
  VERSION;

  /// As in `address-full`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
