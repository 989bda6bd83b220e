package dev.confab.server.room;

import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;

/// Something to be looked at that takes too long for the thread of the rooms.
public sealed interface Inspection {
  /// Is this an invitation into that room, now?
  record OfInvitation(RoomId room, InvitationToken token) implements Inspection {}

  /// Is it the password that this hash was made of?
  record OfPassword(RoomPassword password, PasswordHash hash) implements Inspection {}

  /// Makes the hash of a new password.
  record OfNewPassword(RoomPassword password) implements Inspection {}
}
