package dev.confab.server.entry;

import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import dev.confab.server.room.Finding;
import dev.confab.server.room.Inspection;
import dev.confab.server.room.Inspector;
import dev.confab.server.room.PasswordHash;
import org.jspecify.annotations.Nullable;

/// Looks at passwords and, where there is a key for them, at invitations.
public final class EntryInspector implements Inspector {
  private final @Nullable Invitations invitations;

  public EntryInspector(@Nullable Invitations invitations) {
    this.invitations = invitations;
  }

  @Override
  public Finding inspect(Inspection inspection) {
    return switch (inspection) {
      case Inspection.OfInvitation(RoomId room, InvitationToken token) -> open(room, token);
      case Inspection.OfPassword(RoomPassword password, PasswordHash hash) ->
          hash.isOf(password) ? new Finding.Known(hash) : new Finding.Refuted();
      case Inspection.OfNewPassword(RoomPassword password) ->
          new Finding.Known(Argon2Hash.of(password));
    };
  }

  private Finding open(RoomId room, InvitationToken token) {
    return invitations == null
        ? new Finding.Refuted()
        : invitations
            .open(room, token)
            .<Finding>map(Finding.Invited::new)
            .orElseGet(Finding.Refuted::new);
  }
}
