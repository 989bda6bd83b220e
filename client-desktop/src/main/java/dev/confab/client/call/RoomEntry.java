package dev.confab.client.call;

import dev.confab.protocol.Door;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomPassword;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How one gets into the room of a call, and whose it is. `own`: one is an owner; `owners` are
/// those among the others. `ways` is what the server allows. `known` is the room's password where
/// this person knows it. `knocks` wait at the door; only owners hear of them.
public record RoomEntry(
    Door door,
    boolean password,
    boolean own,
    Set<PeerId> owners,
    Set<EntryWay> ways,
    List<Knocker> knocks,
    @Nullable RoomPassword known,
    @Nullable OwnerRefusal refusal) {
  /// As in a room of a server that knows of no such things.
  public static final RoomEntry OPEN =
      new RoomEntry(Door.OPEN, false, false, Set.of(), EntryWay.UNSAID, List.of(), null, null);

  public RoomEntry {
    owners = Set.copyOf(owners);
    ways = Set.copyOf(ways);
    knocks = List.copyOf(knocks);
  }
}
