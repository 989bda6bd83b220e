package dev.confab.server.net;

import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.server.room.RoomView;
import dev.confab.server.room.Rooms;
import dev.confab.server.room.Sessions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What those who run the server may ask and order. May be called on any thread; is answered on the
/// rooms' thread, in its turn.
final class Oversight {
  /// As many are looked at in less than a millisecond.
  private static final int ROOMS_A_TURN = 200;

  private final Mailbox mailbox;
  private final Sessions sessions;
  private final Rooms rooms;
  private final Carrier carrier;

  /// All of these belong to the rooms' thread.
  Oversight(Mailbox mailbox, Sessions sessions, Rooms rooms, Carrier carrier) {
    this.mailbox = mailbox;
    this.sessions = sessions;
    this.rooms = rooms;
    this.carrier = carrier;
  }

  private <T> CompletableFuture<T> ask(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    mailbox.post(() -> answer.complete(question.get()));
    return answer;
  }

  CompletableFuture<Vitals> vitals(BooleanSupplier draining, int maxConnections) {
    return ask(() -> vitals(draining.getAsBoolean(), carrier.size() >= maxConnections));
  }

  private Vitals vitals(boolean draining, boolean full) {
    int unsentFrames = 0;
    long unsentBytes = 0;
    for (Connection connection : carrier.all()) {
      unsentFrames += connection.unsentFrames();
      unsentBytes += connection.unsentBytes();
    }
    return new Vitals(
        draining, full, sessions.waiting(), mailbox.size(), unsentFrames, unsentBytes);
  }

  /// All rooms, each as it was when its turn came: between some of them, messages have theirs.
  CompletableFuture<List<RoomView>> overview() {
    CompletableFuture<List<RoomView>> answer = new CompletableFuture<>();
    mailbox.post(() -> survey(rooms.ids().iterator(), new ArrayList<>(), answer));
    return answer;
  }

  private void survey(
      Iterator<RoomId> left, List<RoomView> seen, CompletableFuture<List<RoomView>> answer) {
    for (int i = 0; i < ROOMS_A_TURN && left.hasNext(); i++) {
      rooms.view(left.next()).ifPresent(seen::add);
    }
    if (left.hasNext()) {
      mailbox.post(() -> survey(left, seen, answer));
    } else {
      answer.complete(seen);
    }
  }

  /// False where there is no such member.
  CompletableFuture<Boolean> expel(PeerId peer) {
    Predicate<RoomView> isIn =
        room -> room.members().stream().anyMatch(it -> it.member().peer().equals(peer));
    return ask(
        () -> {
          boolean there = sessions.overview().stream().anyMatch(isIn);
          carrier.perform(sessions.expel(peer));
          return there;
        });
  }

  /// False where there is no such room.
  CompletableFuture<Boolean> closeRoom(RoomId room) {
    return ask(
        () -> {
          boolean there = rooms.view(room).isPresent();
          carrier.perform(sessions.closeRoom(room));
          return there;
        });
  }
}
