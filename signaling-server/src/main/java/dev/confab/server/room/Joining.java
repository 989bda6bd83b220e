package dev.confab.server.room;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.ClientMessage.Join;
import dev.confab.protocol.ClientMessage.Leave;
import dev.confab.protocol.ClientMessage.SetRoom;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.room.Outcome.Accepted;
import dev.confab.server.room.Outcome.Rejected;
import dev.confab.server.room.Outcome.Undecided;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The requests that may need an [Inspection] before they can be answered: a session has one such
/// at a time. When the finding is there, everything is asked again, with what is known by then.
final class Joining {
  private final SessionTable table;
  private final Rooms rooms;
  private final Secrets secrets;
  private final Guesses guesses = new Guesses();
  private boolean doorsClosed;

  Joining(SessionTable table, Rooms rooms, Secrets secrets) {
    this.table = table;
    this.rooms = rooms;
    this.secrets = secrets;
  }

  void closeDoors() {
    doorsClosed = true;
  }

  Outcome join(Session session, Join join, String address, long now) {
    if (session.place() instanceof PeerId taken) {
      return rooms.joinAgain(taken, join);
    }
    if (doorsClosed) {
      return new Rejected(ErrorCode.DRAINING);
    }
    if (session.doorstep() instanceof PeerId waiting) {
      return rooms.waitAgain(waiting, join);
    }
    if (session.asked() instanceof Asked(Join _, var _, var _, var _, var _)) {
      session.asked(null);
    }
    return enter(session, join, Shown.NOTHING, address, now);
  }

  private Outcome enter(Session session, Join join, Shown shown, String address, long now) {
    PeerId place = new PeerId(secrets.id());
    Newcomer newcomer = new Newcomer(place, session.id(), session.name());
    Outcome outcome = rooms.join(newcomer, join, shown, now);
    switch (outcome) {
      case Accepted(ServerMessage.Waiting _, var _) -> table.waits(session, place);
      case Accepted _ -> table.place(session, place);
      case Rejected _ -> {}
      case Undecided(Inspection at) -> {
        Ticket ticket = ticket(session, join, address, join.room(), at);
        return ask(session, new Asked(join, null, shown, at, ticket), now);
      }
    }
    return outcome;
  }

  Outcome set(Session session, SetRoom change, String address, long now) {
    PeerId place = Objects.requireNonNull(session.place());
    Outcome outcome = rooms.order(place, change, null);
    if (!(outcome instanceof Undecided(Inspection at))) {
      return outcome;
    }
    Ticket ticket = ticket(session, change, address, rooms.roomOf(place), at);
    return ask(session, new Asked(change, place, Shown.NOTHING, at, ticket), now);
  }

  private static Ticket ticket(
      Session session, ClientMessage request, String address, RoomId room, Inspection at) {
    boolean guess = !(at instanceof Inspection.OfNewPassword);
    return new Ticket(session.id(), request.id(), address, room, guess);
  }

  private Outcome ask(Session session, Asked asked, long now) {
    if (session.asked() != null) {
      return new Rejected(ErrorCode.TOO_FAST);
    }
    ErrorCode obstacle = guesses.take(asked.ticket(), now);
    if (obstacle != null) {
      return new Rejected(obstacle);
    }
    session.asked(asked);
    return new Undecided(asked.at());
  }

  /// Answers `leave` of one who is in no room.
  Outcome takeBack(Session session, Leave leave) {
    ServerMessage done = new ServerMessage.Done(0, leave.id());
    if (session.doorstep() instanceof PeerId waiting) {
      table.place(session, null);
      return new Accepted(done, rooms.withdraw(waiting));
    }
    if (session.asked() instanceof Asked(Join _, var _, var _, var _, var _)) {
      session.asked(null);
      return new Accepted(done, List.of());
    }
    return new Rejected(ErrorCode.NOT_JOINED);
  }

  /// A right guess is none.
  void count(Ticket ticket, Finding finding, long now) {
    if (!(finding instanceof Finding.Refuted)) {
      guesses.forgive(ticket, now);
    }
  }

  /// Empty where nobody waits for it any more.
  Optional<Outcome> goOn(Session session, Ticket ticket, Finding finding, long now) {
    Asked asked = session.asked();
    if (asked == null || !asked.ticket().equals(ticket)) {
      return Optional.empty();
    }
    session.asked(null);
    return Optional.of(
        switch (finding) {
          case Finding.Busy() -> new Rejected(ErrorCode.TOO_FAST);
          case Finding.Refuted() ->
              new Rejected(
                  asked.at() instanceof Inspection.OfInvitation
                      ? ErrorCode.BAD_INVITATION
                      : ErrorCode.WRONG_PASSWORD);
          case Finding.Invited(Invitation it) -> again(session, asked, asked.shown().with(it), now);
          case Finding.Known(PasswordHash it) -> again(session, asked, asked.shown().with(it), now);
        });
  }

  private Outcome again(Session session, Asked asked, Shown shown, long now) {
    if (asked.request() instanceof Join join) {
      return doorsClosed
          ? new Rejected(ErrorCode.DRAINING)
          : enter(session, join, shown, asked.ticket().address(), now);
    }
    PeerId place = session.place();
    return place == null || !place.equals(asked.place())
        ? new Rejected(ErrorCode.NOT_JOINED)
        : rooms.order(place, asked.request(), shown.hash());
  }
}
