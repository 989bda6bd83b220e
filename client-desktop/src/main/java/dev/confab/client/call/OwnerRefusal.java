package dev.confab.client.call;

/// Why the server did not do what an owner wished; the call is not touched by it.
public enum OwnerRefusal {
  /// One is none, or no longer.
  NOT_OWNER,
  /// This server has no such rooms.
  NOT_ALLOWED,
  /// Nobody more can be let in.
  ROOM_FULL,
  /// Who waits has a name that someone in the room has.
  NAME_TAKEN,
  /// Anything else: it may go better a moment later.
  TRY_AGAIN
}
