package dev.confab.client.call;

import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomPassword;
import org.jspecify.annotations.Nullable;

/// What one has to show at a room's door. Where nobody is there yet, the password becomes the
/// room's, and `knock` is how the door is to be: each one is let in. Kept in memory alone: it is
/// never written to disk, and says nothing of itself in logs.
public record Admission(
    @Nullable RoomPassword password, @Nullable InvitationToken invitation, boolean knock) {
  public static final Admission NONE = new Admission(null, null, false);

  Admission withoutPassword() {
    return new Admission(null, invitation, knock);
  }
}
