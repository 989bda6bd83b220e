package dev.confab.server.room;

import java.util.Locale;
import java.util.Optional;

/// What an invitation may give besides the way in.
public enum Right {
  /// Does not knock.
  ENTER,
  /// Does not knock, is not kept out by a locked door, and owns the room.
  OWNER;

  /// As it stands in an invitation: `owner`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Right> ofWire(String wire) {
    for (Right right : values()) {
      if (right.wire().equals(wire)) {
        return Optional.of(right);
      }
    }
    return Optional.empty();
  }
}
