package dev.confab.client.call;

import dev.confab.protocol.Door;
import dev.confab.protocol.InstanceId;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomPassword;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// What a person wishes, as events in the engine's mailbox. Any thread.
abstract class PostedWishes implements Call {
  private static final int INSTANCE_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  /// `clock` says when something was written.
  PostedWishes(Clock clock) {
    this.clock = clock;
  }

  /// Returns at once.
  public abstract void post(CallEvent event);

  private InstanceId newInstance() {
    byte[] bytes = new byte[INSTANCE_BYTES];
    random.nextBytes(bytes);
    return new InstanceId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public void join(JoinRequest request) {
    post(new CallEvent.JoinWished(request, newInstance()));
  }

  @Override
  public void comeBack(WayBack wayBack) {
    post(new CallEvent.ComeBackWished(wayBack, newInstance()));
  }

  @Override
  public void leave() {
    post(new CallEvent.LeaveWished());
  }

  @Override
  public void dismissFailure() {
    post(new CallEvent.FailureDismissed());
  }

  @Override
  public void setMicrophoneMuted(boolean muted) {
    post(new CallEvent.MicrophoneMuteWished(muted));
  }

  @Override
  public void setCameraOff(boolean off) {
    post(new CallEvent.CameraOffWished(off));
  }

  @Override
  public void chooseCamera(CameraChoice camera) {
    post(new CallEvent.CameraChosen(camera));
  }

  @Override
  public void nextCamera() {
    post(new CallEvent.NextCameraWished());
  }

  @Override
  public void chooseMicrophone(MicrophoneChoice microphone) {
    post(new CallEvent.MicrophoneChosen(microphone));
  }

  @Override
  public void chooseSpeaker(SpeakerChoice speaker) {
    post(new CallEvent.SpeakerChosen(speaker));
  }

  @Override
  public void raiseHand(boolean raised) {
    post(new CallEvent.HandWished(raised));
  }

  @Override
  public void mutePeer(PeerId peer, boolean muted) {
    post(new CallEvent.PeerMuteWished(peer, muted));
  }

  @Override
  public void watch(PeerId peer, TileSize size) {
    post(new CallEvent.TileResized(peer, size));
  }

  @Override
  public void setDoor(Door door) {
    post(new CallEvent.DoorWished(door));
  }

  @Override
  public void setPassword(@Nullable RoomPassword password) {
    post(new CallEvent.PasswordWished(password));
  }

  @Override
  public void answerKnock(KnockId knock, boolean admitted) {
    post(new CallEvent.KnockAnswered(knock, admitted));
  }

  @Override
  public void remove(PeerId peer, boolean lock) {
    post(new CallEvent.RemovalWished(peer, lock));
  }

  @Override
  public void handOver(PeerId peer) {
    post(new CallEvent.HandOverWished(peer));
  }

  @Override
  public void sendChat(String text) {
    post(new CallEvent.ChatWritten(clock.millis(), text));
  }
}
