package dev.confab.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A way into rooms that a server allows.
public enum EntryWay {
  /// Rooms without a password.
  OPEN,
  /// Rooms with one.
  PASSWORD,
  /// With a token that someone else made.
  INVITATION,
  /// Rooms whose owners let in each one.
  KNOCKING;

  /// What a server allows that does not say so: an older one.
  public static final Set<EntryWay> UNSAID = Set.of(OPEN);

  /// As it stands in a message: `open`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Empty for one that a newer server made up.
  public static Optional<EntryWay> ofWire(String wire) {
    for (EntryWay way : values()) {
      if (way.wire().equals(wire)) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }
}
