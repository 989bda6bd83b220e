package dev.confab.client.call;

import dev.confab.client.call.CallState.InRoom;
import dev.confab.client.call.PeerSession.Chat;
import dev.confab.protocol.InstanceId;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Who comes, who goes, and who comes back. A connection does not depend on the server: when a room
/// is joined again, since the server had forgotten it, members have new ids, and those that are
/// still connected to each other go on. They know each other by name, and by the stays
/// ([InstanceId]) that the connection was made between.
final class ReturnRules {
  /// One member may notice so much later than another that the server was away, and then comes
  /// back.
  static final Duration BACK_WITHIN = Protocol.SILENCE.plus(Protocol.RESUME_GRACE);

  private ReturnRules() {}

  /// The room's complete state. The one who joins makes the offers, to everyone present.
  static void joined(Turn turn, List<Member> members) {
    if (!(turn.room() instanceof InRoom before)) {
      return;
    }
    for (PeerSession session : before.peers().all()) {
      if (members.stream().noneMatch(member -> member.name().equals(session.member().name()))) {
        await(turn, session);
      }
    }
    for (Member member : members) {
      Optional<PeerSession> known = before.peers().find(member.name());
      if (known.isPresent() && known.get().goesOn()) {
        PeerSession back = back(turn, known.get(), member);
        goOn(turn, back, before.visit().instance());
      } else {
        meetAnew(turn, known, member, true);
      }
    }
    allSent(turn);
  }

  private static PeerSession back(Turn turn, PeerSession session, Member member) {
    PeerSession back = session.with(member).with(session.path().withAwaited(0));
    turn.put(back);
    return back;
  }

  private static void goOn(Turn turn, PeerSession session, InstanceId self) {
    if (session.chat().other() instanceof InstanceId other) {
      turn.add(
          new CallEffect.SendToPeer(
              session.member().peer(),
              new PeerMessage.Continue(session.negotiation().number(), self, other)));
    }
  }

  /// Everyone comes back to a server that was started again; who does not, has gone. The time
  /// begins again with each start of the server.
  private static void await(Turn turn, PeerSession session) {
    if (session.goesOn()) {
      long round = turn.nextSerial();
      turn.put(session.with(session.path().withAwaited(round)));
      awaitLonger(turn, session, round);
    } else {
      forget(turn, session);
    }
  }

  private static void awaitLonger(Turn turn, PeerSession session, long round) {
    turn.add(
        new CallEffect.After(BACK_WITHIN, new CallEvent.AwaitedLongEnough(session.key(), round)));
  }

  /// While the server is away from us, nobody can be seen to come back to it.
  static void awaitedLongEnough(Turn turn, PeerSession session, long round) {
    if (round != session.path().awaited() || !(turn.room() instanceof InRoom room)) {
      return;
    }
    if (room.link() == Phase.ServerLink.RECONNECTING) {
      awaitLonger(turn, session, round);
    } else {
      forget(turn, session);
    }
  }

  /// Someone came: with a first offer, or to go on with a connection that stands.
  static void came(Turn turn, Member member) {
    if (!(turn.room() instanceof InRoom room)) {
      return;
    }
    Optional<PeerSession> known = room.peers().find(member.name());
    if (known.isPresent() && known.get().goesOn()) {
      back(turn, known.get(), member);
    } else {
      meetAnew(turn, known, member, false);
      allSent(turn);
    }
  }

  /// The first offer of a new connection: the other has none to go on with, whatever we thought.
  static void startedOver(Turn turn, PeerSession session, PeerMessage.Offer offer) {
    meetAnew(turn, Optional.of(session), session.member(), false);
    if (turn.room() instanceof InRoom room) {
      room.peers()
          .find(session.member().peer())
          .ifPresent(fresh -> PeerRules.takeOffer(turn, fresh, offer));
    }
  }

  static void continued(Turn turn, PeerSession session, InstanceId from, InstanceId to) {
    boolean ours =
        turn.room() instanceof InRoom room
            && to.equals(room.visit().instance())
            && from.equals(session.chat().other())
            && session.goesOn();
    if (!ours) {
      turn.add(
          new CallEffect.SendToPeer(
              session.member().peer(), new PeerMessage.StartOver(session.negotiation().number())));
    }
  }

  /// The other has no connection to go on with. Once: of the new one, nobody has been told yet that
  /// it goes on, and each costs a native connection.
  static void startOver(Turn turn, PeerSession session) {
    if (session.goesOn()) {
      meetAnew(turn, Optional.of(session), session.member(), true);
    }
  }

  /// A new connection, in place of the one there was, if any. Whoever was not to be heard is not to
  /// be heard over this one either.
  private static void meetAnew(
      Turn turn, Optional<PeerSession> known, Member member, boolean offers) {
    known.ifPresent(session -> part(turn, session));
    meet(turn, member, offers, known.map(PeerSession::view).orElse(PeerSession.View.NEW));
  }

  private static void meet(Turn turn, Member member, boolean offers, PeerSession.View view) {
    if (!(turn.room() instanceof InRoom room)) {
      return;
    }
    PeerKey key = new PeerKey(member.peer(), turn.nextSerial());
    Chat chat = ChatRules.begin(room, room.peers().chatWith(member.name()));
    PeerSession session = PeerSession.of(key, member, offers, chat).with(view);
    turn.become(room.with(session));
    turn.add(new CallEffect.OpenPeer(key, room.visit().paths(), session.frames(), offers));
    if (view.mutedHere()) {
      turn.add(new CallEffect.HearPeer(key, false));
    }
    if (offers) {
      PeerRules.offer(turn, session, false);
    }
    turn.add(new CallEffect.After(PeerRules.CONNECT_WITHIN, new CallEvent.ConnectionDue(key)));
  }

  /// What was written while nobody was there has been taken up by those who came.
  private static void allSent(Turn turn) {
    if (turn.room() instanceof InRoom room && !room.peers().isEmpty()) {
      turn.become(room.withUnsent(List.of()));
    }
  }

  /// What they alone had not received is no longer waited for.
  static void forget(Turn turn, PeerSession session) {
    part(turn, session);
    ChatRules.delivered(turn, session.chat().unreceived());
  }

  private static void part(Turn turn, PeerSession session) {
    if (turn.room() instanceof InRoom room) {
      turn.become(
          room.with(room.peers().without(session)).with(room.voices().without(session.key())));
      turn.add(new CallEffect.ClosePeer(session.key()));
    }
  }
}
