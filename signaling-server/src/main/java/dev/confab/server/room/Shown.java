package dev.confab.server.room;

import org.jspecify.annotations.Nullable;

/// What is known by now of that which someone shows on the way in: the invitation, where it was
/// found to hold, and the hash that the password is known to be of.
public record Shown(@Nullable Invitation invitation, @Nullable PasswordHash hash) {
  static final Shown NOTHING = new Shown(null, null);

  Shown with(Invitation found) {
    return new Shown(found, hash);
  }

  Shown with(PasswordHash known) {
    return new Shown(invitation, known);
  }
}
