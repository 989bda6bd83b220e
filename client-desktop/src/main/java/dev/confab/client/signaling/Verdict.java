package dev.confab.client.signaling;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.ServerAddress;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Protocol;
import dev.confab.protocol.ServerMessage;
import java.util.Collections;
import java.util.Optional;

/// What to do when a socket is lost or was never had, and what to tell the person if that is the
/// end: always before the first session, later with [CloseCode.Then#GIVE_UP].
record Verdict(CloseCode.Then then, CallFailure failure) {
  static Verdict of(Connection.Problem problem, ServerAddress server) {
    return resume(
        switch (problem) {
          case NO_SUCH_HOST -> new CallFailure.ServerUnknown(server);
          case UNREACHABLE -> new CallFailure.ServerUnreachable(server);
          case NOT_TRUSTED -> new CallFailure.ServerNotTrusted(server);
          case NOT_A_SERVER -> new CallFailure.NotAServer(server);
        });
  }

  /// The server closed the socket with this code.
  static Verdict ofClose(int number, ServerAddress server) {
    Optional<CloseCode> known = CloseCode.of(number);
    if (known.isEmpty()) {
      return resume(new CallFailure.ServerUnreachable(server));
    }
    CloseCode code = known.get();
    return new Verdict(
        code.then(),
        switch (code) {
          case NORMAL -> new CallFailure.ServerLost(server);
          case GOING_AWAY -> new CallFailure.ServerStopping(server);
          case INTERNAL_ERROR, NO_HELLO, IDLE -> new CallFailure.ServerUnreachable(server);
          case NOT_TEXT, TOO_BIG, TOO_MANY_ERRORS -> new CallFailure.BrokenInside();
          case UNSUPPORTED_VERSION -> new CallFailure.ServerTooNew(server);
          case TOO_FAST, TOO_SLOW, SERVER_FULL, TOO_MANY_FROM_ADDRESS ->
              new CallFailure.ServerBusy(server);
          case REPLACED -> new CallFailure.Replaced();
        });
  }

  /// The server answered the `hello` with this.
  static Verdict ofAnswer(ServerMessage answer, ServerAddress server) {
    return switch (answer) {
      case ServerMessage.Refused refused -> ofRefusal(refused, server);
      case ServerMessage.UnsupportedVersion theirs -> ofVersions(theirs, server);
      case ServerMessage.Welcome _,
          ServerMessage.Joined _,
          ServerMessage.Done _,
          ServerMessage.MemberJoined _,
          ServerMessage.MemberLeft _,
          ServerMessage.MemberUpdated _,
          ServerMessage.RoomUpdated _,
          ServerMessage.Knock _,
          ServerMessage.KnockEnded _,
          ServerMessage.Removed _,
          ServerMessage.Waiting _,
          ServerMessage.Signal _,
          ServerMessage.RoomCounts _,
          ServerMessage.IceServers _,
          ServerMessage.Draining _ ->
          of(Connection.Problem.NOT_A_SERVER, server);
    };
  }

  private static Verdict ofRefusal(ServerMessage.Refused refused, ServerAddress server) {
    ErrorCode code = ErrorCode.ofWire(refused.code()).orElse(null);
    if (code == ErrorCode.SERVER_FULL) {
      return new Verdict(CloseCode.Then.START_OVER, new CallFailure.ServerBusy(server));
    }
    if (code == ErrorCode.DRAINING) {
      return resume(new CallFailure.ServerStopping(server));
    }
    if (code == ErrorCode.TOO_FAST) {
      return resume(new CallFailure.ServerBusy(server));
    }
    return giveUp(new CallFailure.Refused(refused.code(), refused.text()));
  }

  private static Verdict ofVersions(ServerMessage.UnsupportedVersion theirs, ServerAddress server) {
    int ours = Collections.max(Protocol.VERSIONS);
    boolean newer = theirs.versions().stream().anyMatch(version -> version > ours);
    return giveUp(
        newer ? new CallFailure.ServerTooNew(server) : new CallFailure.ServerTooOld(server));
  }

  static Verdict resume(CallFailure failure) {
    return new Verdict(CloseCode.Then.RESUME, failure);
  }

  static Verdict giveUp(CallFailure failure) {
    return new Verdict(CloseCode.Then.GIVE_UP, failure);
  }
}
