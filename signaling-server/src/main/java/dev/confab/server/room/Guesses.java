package dev.confab.server.room;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Bounds how many passwords and invitations are tried, and how much work one address can make.
///
/// What counts for a room only concerns addresses that have guessed wrong in the last minutes: who
/// guesses from many addresses cannot keep others out, and each further address gives one guess. A
/// guess counts from the moment it is made until it was found to be right, so that many at a time
/// are no more than one after the other.
final class Guesses {
  static final int PER_ADDRESS = 10;
  static final int PER_ROOM = 30;
  static final int INSPECTIONS = 30;
  static final Duration TIME = Duration.ofMinutes(5);

  private final Buckets<String> byAddress = new Buckets<>(PER_ADDRESS, TIME.dividedBy(PER_ADDRESS));
  private final Buckets<RoomId> byRoom = new Buckets<>(PER_ROOM, TIME.dividedBy(PER_ROOM));

  /// Not full for as long after a wrong guess as it counts.
  private final Buckets<String> suspects = new Buckets<>(1, TIME);

  private final Buckets<String> work = new Buckets<>(INSPECTIONS, Duration.ofSeconds(1));

  /// Null: it may be looked at, and counts.
  @Nullable ErrorCode take(Ticket ticket, long now) {
    String address = ticket.address();
    if (ticket.guess() && !mayGuess(address, ticket.room(), now)) {
      return ErrorCode.TOO_MANY_GUESSES;
    }
    if (!work.hasToken(address, now)) {
      return ErrorCode.TOO_FAST;
    }
    work.take(address, now);
    if (ticket.guess()) {
      byAddress.take(address, now);
      byRoom.take(ticket.room(), now);
      suspects.take(address, now);
    }
    return null;
  }

  private boolean mayGuess(String address, RoomId room, long now) {
    return byAddress.hasToken(address, now)
        && (suspects.isFull(address, now) || byRoom.hasToken(room, now));
  }

  /// It was right, or not looked at.
  void forgive(Ticket ticket, long now) {
    if (!ticket.guess()) {
      return;
    }
    byAddress.giveBack(ticket.address(), now);
    byRoom.giveBack(ticket.room(), now);
    if (byAddress.isFull(ticket.address(), now)) {
      suspects.giveBack(ticket.address(), now);
    }
  }
}
