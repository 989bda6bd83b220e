package dev.confab.server;

import dev.confab.protocol.EntryWay;
import dev.confab.server.entry.InvitationKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How people may come into rooms. Where invitations are allowed there is a `key` for them.
public record EntrySettings(Set<EntryWay> allowed, @Nullable InvitationKey key) {
  public static final EntrySettings DEFAULT =
      new EntrySettings(Set.of(EntryWay.OPEN, EntryWay.PASSWORD, EntryWay.KNOCKING), null);

  public EntrySettings {
    allowed = Set.copyOf(allowed);
  }
}
