package dev.confab.client.ui;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.OwnerRefusal;

/// What happened, and what to do about it, in a person's words.
public record Advice(String title, String whatToDo) {
  private static final int MAX_FOREIGN_TEXT = 160;
  private static final int MAX_NAME = 80;

  /// All of it on one line.
  public String sentence() {
    return title + ". " + whatToDo;
  }

  public static Advice of(CallFailure failure) {
    return switch (failure) {
      case CallFailure.ServerUnreachable f -> advice("ServerUnreachable", f.server().display());
      case CallFailure.ServerUnknown f -> advice("ServerUnknown", f.server().display());
      case CallFailure.NotAServer f -> advice("NotAServer", f.server().display());
      case CallFailure.ServerNotTrusted f -> advice("ServerNotTrusted", f.server().display());
      case CallFailure.ServerTooOld f -> advice("ServerTooOld", f.server().display());
      case CallFailure.ServerTooNew f -> advice("ServerTooNew", f.server().display());
      case CallFailure.ServerBusy f -> advice("ServerBusy", f.server().display());
      case CallFailure.ServerStopping f -> advice("ServerStopping", f.server().display());
      case CallFailure.ServerLost f -> advice("ServerLost", f.server().display());
      case CallFailure.NoRelay f -> advice("NoRelay", f.server().display());
      case CallFailure.RoomFull f -> advice("RoomFull", f.room());
      case CallFailure.NameTaken f -> advice("NameTaken", f.room(), f.name());
      case CallFailure.PasswordNeeded f -> advice("PasswordNeeded", f.room());
      case CallFailure.WrongPassword f -> advice("WrongPassword", f.room());
      case CallFailure.TooManyGuesses f -> advice("TooManyGuesses", f.room());
      case CallFailure.InvitationNeeded f -> advice("InvitationNeeded", f.server().display());
      case CallFailure.BadInvitation f -> advice("BadInvitation", f.room());
      case CallFailure.RoomLocked f -> advice("RoomLocked", f.room());
      case CallFailure.TurnedAway f -> advice("TurnedAway", f.room());
      case CallFailure.Removed f -> advice("Removed", f.room());
      case CallFailure.NoPasswords f -> advice("NoPasswords", f.server().display());
      case CallFailure.NoKnocking f -> advice("NoKnocking", f.server().display());
      case CallFailure.Replaced() -> advice("Replaced");
      case CallFailure.Refused f ->
          advice(
              "Refused",
              ShownText.line(f.text(), MAX_FOREIGN_TEXT),
              ShownText.line(f.code(), MAX_FOREIGN_TEXT));
      case CallFailure.BrokenInside() -> advice("BrokenInside");
    };
  }

  /// What an owner wished and was not done.
  public static Advice of(OwnerRefusal refusal) {
    return switch (refusal) {
      case NOT_OWNER -> advice("NotOwner");
      case NOT_ALLOWED -> advice("NotAllowed");
      case ROOM_FULL -> advice("NoRoomForOneMore");
      case NAME_TAKEN -> advice("KnockNameTaken");
      case TRY_AGAIN -> advice("NotDone");
    };
  }

  public static Advice of(DeviceProblem problem) {
    return switch (problem) {
      case DeviceProblem.NoCamera() -> advice("NoCamera");
      case DeviceProblem.CameraMissing p -> advice("CameraMissing", device(p.name(), "camera"));
      case DeviceProblem.CameraBusy p -> advice("CameraBusy", device(p.name(), "camera"));
      case DeviceProblem.CameraUnplugged p -> advice("CameraUnplugged", device(p.name(), "camera"));
      case DeviceProblem.ClipUnreadable p ->
          advice("ClipUnreadable", ShownText.line(fileName(p), MAX_NAME));
      case DeviceProblem.NoMicrophone() -> advice("NoMicrophone");
      case DeviceProblem.MicrophoneMissing p ->
          advice("MicrophoneMissing", device(p.name(), "microphone"));
      case DeviceProblem.NoSpeaker() -> advice("NoSpeaker");
      case DeviceProblem.SpeakerMissing p -> advice("SpeakerMissing", device(p.name(), "speaker"));
      case DeviceProblem.NoAudioServer() -> advice("NoAudioServer");
    };
  }

  private static String fileName(DeviceProblem.ClipUnreadable problem) {
    return String.valueOf(problem.file().getFileName());
  }

  // The system's default has no name.
  private static String device(String name, String kind) {
    return name.isBlank() ? Texts.of("device.your-" + kind) : ShownText.line(name, MAX_NAME);
  }

  private static Advice advice(String key, Object... values) {
    return new Advice(
        Texts.of("problem." + key + ".title", values),
        Texts.of("problem." + key + ".advice", values));
  }
}
