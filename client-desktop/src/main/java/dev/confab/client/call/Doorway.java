package dev.confab.client.call;

import dev.confab.client.call.CallEffect.OwnerRequest;
import dev.confab.protocol.Door;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomPassword;
import dev.confab.protocol.RoomState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The room as such: what the server says of its door and owners, who waits there, and what of our
/// own requests is not answered yet, by their ids. `known` is the password as far as we know it.
/// `restore` is how we had the room as its owner before the server forgot it. Immutable.
record Doorway(
    PeerId self,
    RoomState state,
    List<Knocker> knocks,
    @Nullable RoomPassword known,
    Map<Long, OwnerRequest> asked,
    @Nullable OwnerRefusal refusal,
    @Nullable Restore restore) {
  /// More than a server lets wait.
  static final int MAX_KNOCKS = 64;

  /// What the new room is to have. Password null: none, or we do not know it.
  record Restore(Door door, @Nullable RoomPassword password) {}

  Doorway {
    knocks = List.copyOf(knocks);
    asked = Map.copyOf(asked);
  }

  static Doorway of(PeerId self, RoomState state, @Nullable RoomPassword shown) {
    RoomPassword known = state.password() ? shown : null;
    return new Doorway(self, state, List.of(), known, Map.of(), null, null);
  }

  boolean own() {
    return state.owners().contains(self);
  }

  /// The server has forgotten us, and with us what we asked for and who knocked.
  Doorway forgotten() {
    return new Doorway(self, state, List.of(), known, Map.of(), null, lost());
  }

  /// To make the room again by, should the server have forgotten it; null: it is not ours, or as
  /// any new room.
  private @Nullable Restore lost() {
    if (restore != null) {
      return restore; // it was forgotten twice
    }
    boolean plain = state.door() == Door.OPEN && (!state.password() || known == null);
    return own() && !plain ? new Restore(state.door(), state.password() ? known : null) : null;
  }

  Doorway with(RoomState next) {
    boolean stillOwn = next.owners().contains(self);
    return new Doorway(
        self,
        next,
        stillOwn ? knocks : List.of(),
        next.password() ? known : null,
        asked,
        refusal,
        restore);
  }

  Doorway withKnock(Knocker knocker) {
    List<Knocker> next = new ArrayList<>(withoutKnock(knocker.id()).knocks);
    if (next.size() < MAX_KNOCKS) {
      next.add(knocker);
    }
    return with(next);
  }

  Doorway withoutKnock(KnockId id) {
    return with(knocks.stream().filter(knock -> !knock.id().equals(id)).toList());
  }

  /// The same knock stays in its place.
  Doorway withAnswered(KnockId id, boolean answered) {
    return with(
        knocks.stream()
            .map(knock -> knock.id().equals(id) ? new Knocker(id, knock.name(), answered) : knock)
            .toList());
  }

  private Doorway with(List<Knocker> next) {
    return new Doorway(self, state, next, known, asked, refusal, restore);
  }

  Doorway withKnown(@Nullable RoomPassword next) {
    return new Doorway(self, state, knocks, next, asked, refusal, restore);
  }

  Doorway withAsked(long id, OwnerRequest request) {
    Map<Long, OwnerRequest> next = new HashMap<>(asked);
    next.put(id, request);
    return new Doorway(self, state, knocks, known, next, refusal, restore);
  }

  Doorway withoutAsked(long id) {
    Map<Long, OwnerRequest> next = new HashMap<>(asked);
    next.remove(id);
    return new Doorway(self, state, knocks, known, next, refusal, restore);
  }

  Doorway withRefusal(@Nullable OwnerRefusal next) {
    return new Doorway(self, state, knocks, known, asked, next, restore);
  }

  Doorway withRestore(@Nullable Restore next) {
    return new Doorway(self, state, knocks, known, asked, refusal, next);
  }

  /// Members are shown under the id that they had when the connection to them was made.
  RoomEntry snapshot(Set<EntryWay> ways, Peers peers) {
    Set<PeerId> owners =
        peers.all().stream()
            .filter(session -> state.owners().contains(session.member().peer()))
            .map(session -> session.key().peer())
            .collect(Collectors.toSet());
    return new RoomEntry(
        state.door(), state.password(), own(), owners, ways, knocks, known, refusal);
  }
}
