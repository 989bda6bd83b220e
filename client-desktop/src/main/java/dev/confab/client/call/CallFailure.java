package dev.confab.client.call;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomId;

/// Why joining did not work, or a call ended, in terms that can be told to a person together with
/// what to do.
public sealed interface CallFailure {
  /// Nobody listens there, or it cannot be reached.
  record ServerUnreachable(ServerAddress server) implements CallFailure {}

  /// There is no machine of that name.
  record ServerUnknown(ServerAddress server) implements CallFailure {}

  /// Something answers there, but it is not a Confab server.
  record NotAServer(ServerAddress server) implements CallFailure {}

  /// The certificate does not check.
  record ServerNotTrusted(ServerAddress server) implements CallFailure {}

  record ServerTooOld(ServerAddress server) implements CallFailure {}

  /// This program is too old for the server.
  record ServerTooNew(ServerAddress server) implements CallFailure {}

  record ServerBusy(ServerAddress server) implements CallFailure {}

  record ServerStopping(ServerAddress server) implements CallFailure {}

  /// The server went away during the call and did not come back.
  record ServerLost(ServerAddress server) implements CallFailure {}

  /// One's address is to be hidden, and the server knows of no relay.
  record NoRelay(ServerAddress server) implements CallFailure {}

  record RoomFull(RoomId room) implements CallFailure {}

  record NameTaken(RoomId room, DisplayName name) implements CallFailure {}

  /// The room, or every room there, has a password.
  record PasswordNeeded(RoomId room) implements CallFailure {}

  /// The room has another, or none.
  record WrongPassword(RoomId room) implements CallFailure {}

  record TooManyGuesses(RoomId room) implements CallFailure {}

  record InvitationNeeded(ServerAddress server) implements CallFailure {}

  /// What is wrong with it, the server does not say.
  record BadInvitation(RoomId room) implements CallFailure {}

  record RoomLocked(RoomId room) implements CallFailure {}

  /// By an owner, because nobody answered, or because one had been removed.
  record TurnedAway(RoomId room) implements CallFailure {}

  /// Taken out of the room during the call.
  record Removed(RoomId room) implements CallFailure {}

  /// There are no rooms with a password there.
  record NoPasswords(ServerAddress server) implements CallFailure {}

  /// There are no rooms there whose owners let in each one.
  record NoKnocking(ServerAddress server) implements CallFailure {}

  /// The same place was taken from another window.
  record Replaced() implements CallFailure {}

  /// A refusal that is none of the above; `code` is the protocol's.
  record Refused(String code, String text) implements CallFailure {}

  /// A bug here. It is in the log; the call was ended cleanly.
  record BrokenInside() implements CallFailure {}
}
