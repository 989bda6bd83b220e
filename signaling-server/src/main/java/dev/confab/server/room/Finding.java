package dev.confab.server.room;

/// What came of an [Inspection].
public sealed interface Finding {
  record Invited(Invitation invitation) implements Finding {}

  /// It is the password of this hash: of a new one, or of one that was asked about.
  record Known(PasswordHash hash) implements Finding {}

  /// It is not what it should be.
  record Refuted() implements Finding {}

  /// Too many wait to be looked at; this one was not.
  record Busy() implements Finding {}
}
