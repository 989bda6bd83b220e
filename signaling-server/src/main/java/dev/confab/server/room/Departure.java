package dev.confab.server.room;

/// How a socket ended, as far as its session is concerned.
public enum Departure {
  /// The client closed it in order: it is done.
  GOODBYE,
  /// We closed it and told the client to give up.
  CUT_OFF,
  /// It broke, or we closed it and told the client to come back: the place is kept for a while.
  INTERRUPTED
}
