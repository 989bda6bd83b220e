package dev.confab.server.room;

import dev.confab.protocol.ErrorCode;

/// A sentence for people about each refusal, for clients that have no better one.
public final class RefusalTexts {
  private RefusalTexts() {}

  public static String of(ErrorCode code) {
    return switch (code) {
      case BAD_JSON -> "This is not JSON.";
      case BAD_MESSAGE -> "This message has a wrong form.";
      case UNKNOWN_TYPE -> "There is no message of this type.";
      case BAD_NAME -> "This name cannot be used.";
      case BAD_ROOM -> "This room name cannot be used.";
      case TOO_LARGE -> "This message is too large.";
      case TOO_FAST -> "Too many messages in too short a time; this one was dropped.";
      case HELLO_FIRST -> "The first message must be a hello.";
      case HELLO_TWICE -> "Hello was said before.";
      case UNSUPPORTED_VERSION -> "Client and server have no protocol version in common.";
      case ROOM_FULL -> "This room is full.";
      case NAME_TAKEN -> "Someone in this room has this name already.";
      case ALREADY_JOINED -> "You are in a room already.";
      case NOT_JOINED -> "You are not in a room.";
      case TO_SELF -> "A signal cannot go to yourself.";
      case NO_SUCH_MEMBER -> "This member is not, or no longer, in the room.";
      case DRAINING -> "The server is about to stop. Try again in a minute.";
      case PASSWORD_NEEDED -> "This room has a password.";
      case WRONG_PASSWORD -> "This is not the password of this room.";
      case TOO_MANY_GUESSES ->
          "Too many wrong passwords or invitations. Try again in a few minutes.";
      case INVITATION_NEEDED -> "One comes into rooms of this server by invitation.";
      case BAD_INVITATION -> "This invitation does not hold, or no longer, or not for this room.";
      case ROOM_LOCKED -> "This room is locked.";
      case TURNED_AWAY -> "You are not let into this room.";
      case NOT_OWNER -> "Only an owner of the room can do this.";
      case NOT_ALLOWED -> "This server does not allow this.";
      case NO_SUCH_KNOCK -> "Nobody waits at the door under this id, or no longer.";
      case SERVER_FULL -> "The server has no room for another connection. Try again later.";
    };
  }
}
