package dev.confab.server.dashboard;

import java.util.Locale;

/// What someone who has logged in may do.
enum Role {
  /// See everything.
  VIEWER,
  /// See everything, remove members, and close rooms.
  ADMIN;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
