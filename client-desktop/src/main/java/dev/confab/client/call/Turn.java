package dev.confab.client.call;

import dev.confab.client.call.CallState.Idle;
import dev.confab.client.call.CallState.InRoom;
import dev.confab.protocol.PeerId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of the reducer in the making. Lives for one call of [CallReducer#reduce].
final class Turn {
  private final List<CallEffect> effects = new ArrayList<>();
  private CallState state;

  Turn(CallState state) {
    this.state = state;
  }

  CallState state() {
    return state;
  }

  /// The room, while in one.
  @Nullable InRoom room() {
    return state.stage() instanceof InRoom room ? room : null;
  }

  /// The member who is shown under this id; null when there is none.
  @Nullable PeerSession shown(PeerId peer) {
    return room() instanceof InRoom room ? room.peers().findShown(peer).orElse(null) : null;
  }

  void put(PeerSession session) {
    if (room() instanceof InRoom room) {
      become(room.with(session));
    }
  }

  void set(CallState next) {
    state = next;
  }

  void become(CallState.Stage stage) {
    state = state.with(stage);
  }

  void add(CallEffect effect) {
    effects.add(effect);
  }

  long nextSerial() {
    long serial = state.serial();
    state = state.withSerial(serial + 1);
    return serial;
  }

  /// Back to the lobby; every connection and the session are closed.
  void end(@Nullable CallFailure failure) {
    if (room() instanceof InRoom room) {
      room.peers().all().forEach(session -> add(new CallEffect.ClosePeer(session.key())));
    }
    add(new CallEffect.CloseSignaling());
    become(new Idle(failure));
  }

  CallReducer.Step step() {
    return new CallReducer.Step(state, effects);
  }
}
