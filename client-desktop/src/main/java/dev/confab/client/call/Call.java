package dev.confab.client.call;

import dev.confab.protocol.Door;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomPassword;
import org.jspecify.annotations.Nullable;

/// What a person can do. Every method returns at once and may be called from any thread; what came
/// of it is seen in the next [CallSnapshot].
public interface Call {
  /// From the lobby, or after a call has ended. Without effect while in a call.
  void join(JoinRequest request);

  /// As [#join], into the place that the program had before it was started again, with the devices
  /// as they were.
  void comeBack(WayBack wayBack);

  /// Hangs up, or gives up joining. Goes back to the lobby.
  void leave();

  /// Takes the reason of the last end ([Phase.Lobby#failure]) away, or of what an owner was refused
  /// ([RoomEntry#refusal]): it has been read.
  void dismissFailure();

  void setMicrophoneMuted(boolean muted);

  /// Off releases the device: its light goes out.
  void setCameraOff(boolean off);

  void chooseCamera(CameraChoice camera);

  /// The next of the cameras that are there, the first after the last.
  void nextCamera();

  void chooseMicrophone(MicrophoneChoice microphone);

  void chooseSpeaker(SpeakerChoice speaker);

  void raiseHand(boolean raised);

  /// For this person alone: the others go on hearing that member.
  void mutePeer(PeerId peer, boolean muted);

  /// How large a member's picture is drawn from now on. They send no more than that; who is not
  /// spoken of is taken to be drawn as large as they are.
  void watch(PeerId peer, TileSize size);

  /// What owners of the room may do. The server decides; what it refuses is told as
  /// [RoomEntry#refusal].
  void setDoor(Door door);

  /// Null: none any more.
  void setPassword(@Nullable RoomPassword password);

  void answerKnock(KnockId knock, boolean admitted);

  /// Takes someone out of the room; `lock`: and locks it, since they could come back as another.
  void remove(PeerId peer, boolean lock);

  /// Makes someone an owner in one's own place.
  void handOver(PeerId peer);

  /// Sent when the channel is open; in the chat log at once. Texts over 64 KiB of UTF-8 must be
  /// refused before.
  void sendChat(String text);
}
