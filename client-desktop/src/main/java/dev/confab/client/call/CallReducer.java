package dev.confab.client.call;

import dev.confab.client.call.CallEvent.FromPeer;
import dev.confab.client.call.CallEvent.FromSignaling;
import dev.confab.client.call.CallState.Entering;
import dev.confab.client.call.CallState.Idle;
import dev.confab.client.call.CallState.InRoom;
import dev.confab.client.call.CallState.Place;
import dev.confab.client.call.CallState.Visit;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.InstanceId;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ResumeToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rules of a call: a state and an event make the next state and what is to be done. Pure, so
/// that every race is an ordinary unit test. What comes from a session or a connection that is no
/// longer the current one is dropped here, and nowhere else.
final class CallReducer {
  /// The next state, and what to do, in order.
  record Step(CallState state, List<CallEffect> effects) {
    Step {
      effects = List.copyOf(effects);
    }
  }

  private CallReducer() {}

  static Step reduce(CallState state, CallEvent event) {
    Turn turn = new Turn(state);
    switch (event) {
      case FromSignaling said -> {
        if (Objects.equals(state.attempt(), said.attempt())) {
          RoomRules.apply(turn, said);
        }
      }
      case FromPeer said -> {
        if (turn.room() instanceof InRoom room) {
          room.peers().find(said.key()).ifPresent(session -> PeerRules.apply(turn, session, said));
        }
      }
      case CallEvent.JoinWished(JoinRequest request, InstanceId instance) ->
          enter(turn, request, instance, null);
      case CallEvent.ComeBackWished(WayBack wayBack, InstanceId instance) ->
          comeBack(turn, wayBack, instance);
      case CallEvent.LeaveWished() -> leave(turn);
      case CallEvent.FailureDismissed() -> dismiss(turn);
      case CallEvent.OwnerWish wish -> OwnerRules.wished(turn, wish);
      case CallEvent.HandWished(boolean raised) -> {
        if (turn.room() instanceof InRoom room) {
          turn.become(room.withHand(raised));
        }
      }
      case CallEvent.PeerMuteWished(PeerId peer, boolean muted) ->
          ViewRules.mute(turn, peer, muted);
      case CallEvent.TileResized(PeerId peer, TileSize size) -> ViewRules.resized(turn, peer, size);
      case CallEvent.LevelsHeard(Map<PeerKey, Double> levels) -> {
        if (turn.room() instanceof InRoom room) {
          turn.become(room.with(room.voices().heard(ofThoseHere(room, levels))));
        }
      }
      case CallEvent.NetworkChanged() -> networkChanged(turn);
      case CallEvent.ChatWritten written -> ChatRules.write(turn, written);
      case CallEvent.DevicesChanged(Devices devices) -> turn.set(state.with(devices));
      case CallEvent.MediaReported(MediaReport report) -> turn.set(state.with(report));
      case CallEvent.MicrophoneMuteWished(boolean muted) ->
          wish(turn, state.wish().withMicrophoneMuted(muted));
      case CallEvent.CameraOffWished(boolean off) -> wish(turn, state.wish().withCameraOff(off));
      case CallEvent.CameraChosen(CameraChoice camera) -> chooseCamera(turn, camera);
      case CallEvent.NextCameraWished() ->
          wish(turn, state.wish().withNextCamera(state.devices(), state.report().cameraName()));
      case CallEvent.MicrophoneChosen(MicrophoneChoice choice) ->
          wish(turn, state.wish().withMicrophone(choice));
      case CallEvent.SpeakerChosen(SpeakerChoice choice) ->
          wish(turn, state.wish().withSpeaker(choice));
    }
    OwnerRules.restore(turn);
    tellOthers(turn);
    return turn.step();
  }

  private static void dismiss(Turn turn) {
    switch (turn.state().stage()) {
      case Idle _ -> turn.become(new Idle(null));
      case Entering _ -> {}
      case InRoom room -> turn.become(room.with(room.doorway().withRefusal(null)));
    }
  }

  private static void comeBack(Turn turn, WayBack wayBack, InstanceId instance) {
    if (turn.state().stage() instanceof Idle) {
      wish(turn, wayBack.media());
      enter(turn, wayBack.request(), instance, wayBack.ticket());
    }
  }

  private static void enter(
      Turn turn, JoinRequest request, InstanceId instance, @Nullable ResumeToken ticket) {
    if (turn.state().stage() instanceof Idle) {
      long attempt = turn.nextSerial();
      Visit visit =
          new Visit(attempt, request, instance, List.of(), EntryWay.UNSAID, 0, ticket != null);
      turn.become(new Entering(visit, MediaState.NOTHING, Place.OUTSIDE));
      turn.add(new CallEffect.OpenSignaling(attempt, request.server(), request.name(), ticket));
    }
  }

  /// They were measured before somebody left.
  private static Map<PeerKey, Double> ofThoseHere(InRoom room, Map<PeerKey, Double> levels) {
    Map<PeerKey, Double> here = new HashMap<>(levels);
    here.keySet().removeIf(key -> room.peers().find(key).isEmpty());
    return here;
  }

  private static void leave(Turn turn) {
    switch (turn.state().stage()) {
      case Idle idle -> {}
      case Entering entering -> turn.end(null);
      case InRoom room -> {
        turn.add(new CallEffect.SendLeave());
        turn.end(null);
      }
    }
  }

  /// First the server, through which the rest is said.
  private static void networkChanged(Turn turn) {
    if (!(turn.state().stage() instanceof Idle)) {
      turn.add(new CallEffect.RenewSignaling());
    }
    if (turn.room() instanceof InRoom room) {
      room.peers().all().forEach(session -> PeerRules.networkChanged(turn, session));
    }
  }

  private static void wish(Turn turn, MediaWish wish) {
    if (!wish.equals(turn.state().wish())) {
      turn.set(turn.state().with(wish));
      turn.add(new CallEffect.ApplyMedia(wish));
    }
  }

  /// Choosing the one that does not work is asking to try it again.
  private static void chooseCamera(Turn turn, CameraChoice camera) {
    CallState state = turn.state();
    if (camera.equals(state.wish().camera()) && state.report().cameraProblem() != null) {
      turn.add(new CallEffect.ApplyMedia(state.wish().withCamera(new CameraChoice.None())));
      turn.add(new CallEffect.ApplyMedia(state.wish()));
    }
    wish(turn, state.wish().withCamera(camera));
  }

  /// Mute and camera are said to the others whenever they change, whatever changed them.
  private static void tellOthers(Turn turn) {
    MediaState now = turn.state().media();
    if (turn.room() instanceof InRoom room && !now.equals(room.told())) {
      turn.become(room.withTold(now));
      turn.add(new CallEffect.SendUpdate(now));
    }
  }
}
