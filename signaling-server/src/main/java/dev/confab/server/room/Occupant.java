package dev.confab.server.room;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import org.jspecify.annotations.Nullable;

/// A member as its room knows it: how it came, and since when it is there, in ms.
record Occupant(Member member, String session, @Nullable Invitation invitation, long since) {
  /// Whether the room can fall to it when no owner is left.
  boolean mayOwn() {
    return invitation == null || invitation.gives(Right.OWNER);
  }

  boolean comesAsOwner() {
    return invitation != null && invitation.gives(Right.OWNER);
  }

  /// What an invitation calls it; null where it goes by its own name.
  @Nullable DisplayName givenName() {
    return invitation == null ? null : invitation.name();
  }

  Occupant with(MediaState media) {
    Member changed = new Member(member.peer(), member.name(), media);
    return new Occupant(changed, session, invitation, since);
  }
}
