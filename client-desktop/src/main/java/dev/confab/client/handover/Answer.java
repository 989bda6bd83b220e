package dev.confab.client.handover;

import java.util.Locale;

/// What comes of handing a link over.
public enum Answer {
  /// The link stands in the lobby of the window that is open.
  TAKEN,
  /// That window is in a call, or on the way into one, and is left in peace.
  BUSY,
  /// No window that could be trusted has answered in time.
  NONE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Answer of(String word) {
    return word.equals(TAKEN.word()) ? TAKEN : word.equals(BUSY.word()) ? BUSY : NONE;
  }
}
