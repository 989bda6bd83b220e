package dev.confab.client.call;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.ServerMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the server's refusals of a place in the room mean.
final class Refusals {
  private Refusals() {}

  static boolean is(ServerMessage.Refused refused, ErrorCode code) {
    return ErrorCode.ofWire(refused.code()).filter(code::equals).isPresent();
  }

  /// In a room that we are in, or were in when the program ended, only our own old place can be in
  /// our way; it ends within a minute.
  static boolean ghost(ServerMessage.Refused refused) {
    return is(refused, ErrorCode.ROOM_FULL) || is(refused, ErrorCode.NAME_TAKEN);
  }

  /// What a refusal means for our place in the room: null when it says something of one message
  /// alone.
  static @Nullable CallFailure failure(JoinRequest request, ServerMessage.Refused refused) {
    CallFailure unexpected = new CallFailure.Refused(refused.code(), refused.text());
    Optional<ErrorCode> code = ErrorCode.ofWire(refused.code());
    if (code.isEmpty()) {
      return unexpected;
    }
    return switch (code.get()) {
      case NO_SUCH_MEMBER,
          TO_SELF,
          TOO_LARGE,
          TOO_FAST,
          ALREADY_JOINED,
          UNKNOWN_TYPE,
          NOT_OWNER,
          NO_SUCH_KNOCK,
          NOT_JOINED ->
          null; // not joined: a join is on its way whenever we talk
      case ROOM_FULL -> new CallFailure.RoomFull(request.room());
      case NAME_TAKEN -> new CallFailure.NameTaken(request.room(), request.name());
      case DRAINING -> new CallFailure.ServerStopping(request.server());
      case SERVER_FULL -> new CallFailure.ServerBusy(request.server());
      case PASSWORD_NEEDED -> new CallFailure.PasswordNeeded(request.room());
      case WRONG_PASSWORD -> new CallFailure.WrongPassword(request.room());
      case TOO_MANY_GUESSES -> new CallFailure.TooManyGuesses(request.room());
      case INVITATION_NEEDED -> new CallFailure.InvitationNeeded(request.server());
      case BAD_INVITATION -> new CallFailure.BadInvitation(request.room());
      case ROOM_LOCKED -> new CallFailure.RoomLocked(request.room());
      case TURNED_AWAY -> new CallFailure.TurnedAway(request.room());
      case NOT_ALLOWED -> new CallFailure.NoPasswords(request.server());
      case BAD_JSON,
          BAD_MESSAGE,
          BAD_NAME,
          BAD_ROOM,
          HELLO_FIRST,
          HELLO_TWICE,
          UNSUPPORTED_VERSION ->
          unexpected;
    };
  }
}
