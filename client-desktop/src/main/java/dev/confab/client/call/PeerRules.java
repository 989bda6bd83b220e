package dev.confab.client.call;

import dev.confab.client.call.CallEvent.FromPeer;
import dev.confab.client.call.CallState.InRoom;
import dev.confab.client.call.CallState.Visit;
import dev.confab.client.call.PeerSession.Negotiation;
import dev.confab.client.call.PeerSession.Path;
import dev.confab.client.call.RemotePeer.Link;
import dev.confab.protocol.PeerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Negotiation with one member (RFC 8829), and mending the path to them. One of the two makes all
/// the offers, so glare cannot happen; every offer has a number, and what belongs to an older one
/// is dropped.
final class PeerRules {
  /// A mended path takes a second or two; one that could not be mended is tried again after this.
  static final Duration MEND_AGAIN = Duration.ofSeconds(5);

  /// Far more than it takes. Whatever was lost on the way, an offer or an answer, is then said
  /// again: a connection that never began does not fail by itself.
  static final Duration CONNECT_WITHIN = Duration.ofSeconds(20);

  /// More candidates than this for one offer come from nobody with good intentions. Each makes
  /// WebRTC knock at an address of the other's choice, for every one of our own.
  static final int MAX_CANDIDATES = 256;

  private PeerRules() {}

  /// What our own connection reports.
  static void apply(Turn turn, PeerSession session, FromPeer event) {
    switch (event) {
      case CallEvent.OfferMade(PeerKey key, PeerMessage.Offer offer) -> send(turn, session, offer);
      case CallEvent.AnswerMade(PeerKey key, PeerMessage.Answer answer) -> {
        send(turn, session, answer);
        settle(turn, session, answer.negotiation());
      }
      case CallEvent.AnswerTaken(PeerKey key, long number) -> settle(turn, session, number);
      case CallEvent.NegotiationFailed(PeerKey key, long number, String reason) -> {
        if (number == session.negotiation().number()) {
          negotiationFailed(turn, session);
        }
      }
      case CallEvent.CandidateFound found ->
          send(
              turn,
              session,
              new PeerMessage.Candidate(
                  session.negotiation().number(),
                  found.sdpMid(),
                  found.sdpMLineIndex(),
                  found.candidate()));
      case CallEvent.LinkChanged(PeerKey key, Link link) -> linkChanged(turn, session, link);
      case CallEvent.ConnectionDue due -> {
        if (!session.path().wasUp() && session.path().mending() == 0) {
          linkChanged(turn, session, Link.FAILED);
        }
      }
      case CallEvent.MendDue(PeerKey key, long round) -> {
        if (round == session.path().mending()) {
          mend(turn, session, round);
        }
      }
      case CallEvent.ChatOpened opened -> ChatRules.opened(turn, session);
      case CallEvent.ChatClosed closed -> ChatRules.closed(turn, session);
      case CallEvent.ChannelSaid said -> ChatRules.heard(turn, session, said);
      case CallEvent.AwaitedLongEnough(PeerKey key, long round) ->
          ReturnRules.awaitedLongEnough(turn, session, round);
    }
  }

  /// What the other member said.
  static void heard(Turn turn, PeerSession session, PeerMessage message) {
    Negotiation negotiation = session.negotiation();
    switch (message) {
      case PeerMessage.Offer offer -> {
        if (!session.offers() && offer.negotiation() > negotiation.number()) {
          takeOffer(turn, session, offer);
        }
      }
      case PeerMessage.Answer answer -> {
        if (session.offers()
            && answer.negotiation() == negotiation.number()
            && !negotiation.settled()) {
          turn.add(new CallEffect.TakeAnswer(session.key(), answer));
        }
      }
      case PeerMessage.Candidate candidate -> candidate(turn, session, candidate);
      case PeerMessage.OfferRequest request -> {
        boolean answered = negotiation.settled();
        if (session.offers() && (answered || request.negotiation() == negotiation.number())) {
          offer(turn, session, request.iceRestart());
        }
      }
      case PeerMessage.Continue(var number, var from, var to) ->
          ReturnRules.continued(turn, session, from, to);
      case PeerMessage.StartOver startOver -> ReturnRules.startOver(turn, session);
    }
  }

  static void takeOffer(Turn turn, PeerSession session, PeerMessage.Offer offer) {
    List<PeerMessage.Candidate> early =
        session.negotiation().waiting().stream()
            .filter(c -> c.negotiation() >= offer.negotiation())
            .toList();
    turn.put(session.with(new Negotiation(offer.negotiation(), false, early, early.size())));
    turn.add(new CallEffect.TakeOffer(session.key(), offer));
  }

  static void offer(Turn turn, PeerSession session, boolean iceRestart) {
    long number = session.negotiation().number() + 1;
    turn.put(session.with(new Negotiation(number, false, List.of(), 0)));
    turn.add(new CallEffect.MakeOffer(session.key(), number, iceRestart));
  }

  private static void candidate(Turn turn, PeerSession session, PeerMessage.Candidate candidate) {
    Negotiation negotiation = session.negotiation();
    if (candidate.negotiation() < negotiation.number()
        || negotiation.candidates() >= MAX_CANDIDATES) {
      return;
    }
    if (candidate.negotiation() == negotiation.number() && negotiation.settled()) {
      turn.put(session.with(negotiation.heard(negotiation.waiting())));
      turn.add(new CallEffect.TakeCandidate(session.key(), candidate));
    } else {
      List<PeerMessage.Candidate> waiting = new ArrayList<>(negotiation.waiting());
      waiting.add(candidate);
      turn.put(session.with(negotiation.heard(waiting)));
    }
  }

  private static void settle(Turn turn, PeerSession session, long number) {
    Negotiation negotiation = session.negotiation();
    if (number != negotiation.number()) {
      return;
    }
    PeerSession settled =
        session.with(new Negotiation(number, true, List.of(), negotiation.candidates()));
    Path path = session.path();
    turn.put(path.link() == Link.CONNECTED ? settled.with(path.withMending(0)) : settled);
    negotiation
        .waiting()
        .forEach(waiting -> turn.add(new CallEffect.TakeCandidate(session.key(), waiting)));
  }

  private static void linkChanged(Turn turn, PeerSession session, Link link) {
    Path path = session.path();
    Link broken = path.wasUp() ? Link.INTERRUPTED : Link.FAILED;
    switch (link) {
      case CONNECTED -> turn.put(session.with(new Path(Link.CONNECTED, true, 0, path.awaited())));
      case CONNECTING -> {
        if (!path.wasUp()) {
          turn.put(session.with(path.with(Link.CONNECTING)));
        }
      }
      case INTERRUPTED -> turn.put(session.with(path.with(Link.INTERRUPTED)));
      case FAILED -> beginMending(turn, session.with(path.with(broken)));
    }
  }

  /// A path that stands is not broken by it, and will not be reported to stand again: mending it
  /// ends with the next negotiation that is settled.
  private static void negotiationFailed(Turn turn, PeerSession session) {
    if (session.path().link() == Link.CONNECTED) {
      beginMending(turn, session);
    } else {
      linkChanged(turn, session, Link.FAILED);
    }
  }

  /// Unless it has begun.
  private static void beginMending(Turn turn, PeerSession session) {
    if (session.path().mending() == 0) {
      long round = turn.nextSerial();
      PeerSession mended = session.with(session.path().withMending(round));
      turn.put(mended);
      mend(turn, mended, round);
    } else {
      turn.put(session);
    }
  }

  /// Connections are made by these from now on, and those that stand are told where they differ:
  /// other ICE servers, or new credentials for the same.
  static void renewPaths(Turn turn, InRoom room, Visit visit) {
    turn.become(room.with(visit));
    Paths paths = visit.paths();
    if (!paths.equals(room.visit().paths())) {
      room.peers()
          .all()
          .forEach(session -> turn.add(new CallEffect.RenewPaths(session.key(), paths)));
    }
  }

  /// Our end of the path has moved. One that is being mended is mended at once; one that seems to
  /// stand may not have been found dead yet, or does not go over what has changed: it is made anew
  /// beside the old one, once.
  static void networkChanged(Turn turn, PeerSession session) {
    Path path = session.path();
    if (path.mending() == 0) {
      restart(turn, session);
    } else {
      long round = turn.nextSerial();
      PeerSession again = session.with(path.withMending(round));
      turn.put(again);
      mend(turn, again, round);
    }
  }

  /// It is tried again until the path stands.
  private static void mend(Turn turn, PeerSession session, long round) {
    restart(turn, session);
    turn.add(new CallEffect.After(MEND_AGAIN, new CallEvent.MendDue(session.key(), round)));
  }

  /// ICE restart on the same connection (RFC 8445, section 9): by us if we make the offers, else at
  /// our request.
  private static void restart(Turn turn, PeerSession session) {
    if (session.offers()) {
      offer(turn, session, true);
    } else {
      send(turn, session, new PeerMessage.OfferRequest(session.negotiation().number(), true));
    }
  }

  private static void send(Turn turn, PeerSession session, PeerMessage message) {
    if (message.negotiation() == session.negotiation().number()) {
      turn.add(new CallEffect.SendToPeer(session.member().peer(), message));
    }
  }
}
