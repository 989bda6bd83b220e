package dev.confab.server.net;

import dev.confab.protocol.CloseCode;
import dev.confab.server.gate.AccessRules;
import dev.confab.server.gate.AddressText;
import dev.confab.server.gate.Verdict;
import dev.confab.server.gate.Visitors;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.java_websocket.handshake.Handshakedata;

/// Where a socket is let in or not: when it has been accepted, by the address of its other end; and
/// when its request for a WebSocket has come, by what stands in there. Where the other end is a
/// trusted proxy, addresses are looked at only then.
final class Gate {
  private static final CloseCode TOO_MANY = CloseCode.TOO_MANY_FROM_ADDRESS;

  private final AccessRules rules;
  private final Visitors visitors;
  private Consumer<ClientSocket> turnedAway = _ -> {};
  private final Observer observer;

  Gate(AccessRules rules, Visitors visitors, Observer observer) {
    this.rules = rules;
    this.visitors = visitors;
    this.observer = observer;
  }

  /// Sees to it that a socket ends that has been told why. To be set before there are any.
  void whenTurnedAway(Consumer<ClientSocket> action) {
    turnedAway = action;
  }

  Visit visit() {
    return new Visit(visitors);
  }

  /// Called on the selector's thread. False: it is to be closed without a word.
  boolean admits(ClientSocket socket, InetAddress peer) {
    if (rules.isProxy(peer)) {
      return true;
    }
    return enters(socket, peer);
  }

  private boolean enters(ClientSocket socket, InetAddress client) {
    boolean cut = socket.visit().enter(AddressText.key(client)) == Verdict.CUT;
    if (cut) {
      observer.turnedAway(socket.visit().whyRefused());
    }
    return !cut;
  }

  /// It is about to end without an answer.
  void drops(Rejection why) {
    observer.turnedAway(why);
  }

  /// It gets an answer of HTTP, as in `403 Forbidden`, and then has to end.
  void refuses(ClientSocket socket, Rejection why, String status) {
    observer.turnedAway(why);
    socket.answer(status);
    turnedAway.accept(socket);
  }

  /// Called on the socket's own thread with the head of its request. False: it has been answered,
  /// or cut off.
  boolean opens(ClientSocket socket, InetAddress peer, Handshakedata request) {
    if (!rules.admitsOrigin(origin(request))) {
      refuses(socket, Rejection.ORIGIN, "403 Forbidden");
      return false;
    }
    if (rules.isProxy(peer)) {
      // the library joins lines of the same name with semicolons, in their order
      InetAddress client = rules.client(peer, request.getFieldValue("X-Forwarded-For"));
      if (!enters(socket, client)) {
        socket.cut();
        return false;
      }
    }
    return true;
  }

  private static Optional<String> origin(Handshakedata request) {
    return request.hasFieldValue("Origin")
        ? Optional.of(request.getFieldValue("Origin").strip())
        : Optional.empty();
  }

  /// The handshake is done, and it is one too many from its address. True: it has been told.
  boolean turnsAway(ClientSocket socket) {
    if (!socket.visit().isRefused()) {
      return false;
    }
    observer.turnedAway(socket.visit().whyRefused());
    socket.close(TOO_MANY.number(), CloseReasons.text(TOO_MANY));
    turnedAway.accept(socket);
    return true;
  }
}
