package dev.confab.server.room;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an invitation says, once it was found to be genuine and to hold at the moment. Where it has
/// a name, the guest is called so.
public record Invitation(RoomId room, @Nullable DisplayName name, Set<Right> rights) {
  public Invitation {
    rights = Set.copyOf(rights);
  }

  boolean gives(Right right) {
    return rights.contains(right);
  }
}
