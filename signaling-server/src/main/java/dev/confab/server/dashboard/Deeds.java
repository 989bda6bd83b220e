package dev.confab.server.dashboard;

import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import java.util.concurrent.CompletableFuture;

/// What an admin can do. Completed on the rooms' thread: false where there was nobody.
public interface Deeds {
  CompletableFuture<Boolean> remove(PeerId peer);

  CompletableFuture<Boolean> close(RoomId room);
}
