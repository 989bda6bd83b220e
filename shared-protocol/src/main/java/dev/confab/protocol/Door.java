package dev.confab.protocol;

import java.util.Locale;
import java.util.Optional;

/// How a room's owners have its door.
public enum Door {
  /// Whoever may come in does.
  OPEN,
  /// An owner lets in each one.
  KNOCK,
  /// Nobody else comes in.
  LOCKED;

  /// As it stands in a message: `open`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Door> ofWire(String wire) {
    for (Door door : values()) {
      if (door.wire().equals(wire)) {
        return Optional.of(door);
      }
    }
    return Optional.empty();
  }
}
