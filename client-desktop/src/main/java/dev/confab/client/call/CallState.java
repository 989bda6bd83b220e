package dev.confab.client.call;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.PeerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The engine's whole state. Immutable; [CallReducer] makes the next one. `serial` numbers whatever
/// must be unique: attempts at the server, connections, lines of chat.
record CallState(Stage stage, MediaWish wish, MediaReport report, Devices devices, long serial) {

  sealed interface Stage {}

  record Idle(@Nullable CallFailure failure) implements Stage {}

  /// `told`: what the request to join, if it has been sent, says of our media.
  record Entering(long attempt, JoinRequest request, List<IceServer> iceServers, MediaState told)
      implements Stage {
    Entering {
      iceServers = List.copyOf(iceServers);
    }
  }

  /// `unsent`: chat written while nobody else was there. `told`: what the others were last told of
  /// our media.
  record InRoom(
      long attempt,
      JoinRequest request,
      List<IceServer> iceServers,
      Phase.ServerLink link,
      Map<PeerId, PeerSession> peers,
      List<ChatEntry> unsent,
      MediaState told,
      boolean hand)
      implements Stage {
    InRoom {
      iceServers = List.copyOf(iceServers);
      unsent = List.copyOf(unsent);
    }

    InRoom with(PeerSession session) {
      SequencedMap<PeerId, PeerSession> next = new LinkedHashMap<>(peers);
      next.put(session.key().peer(), session);
      return with(next);
    }

    InRoom without(PeerId peer) {
      SequencedMap<PeerId, PeerSession> next = new LinkedHashMap<>(peers);
      next.remove(peer);
      return with(next);
    }

    InRoom with(Map<PeerId, PeerSession> next) {
      return new InRoom(attempt, request, iceServers, link, next, unsent, told, hand);
    }

    InRoom with(Phase.ServerLink next) {
      return new InRoom(attempt, request, iceServers, next, peers, unsent, told, hand);
    }

    InRoom withIceServers(List<IceServer> next) {
      return new InRoom(attempt, request, next, link, peers, unsent, told, hand);
    }

    InRoom withUnsent(List<ChatEntry> next) {
      return new InRoom(attempt, request, iceServers, link, peers, next, told, hand);
    }

    InRoom withHand(boolean raised) {
      return new InRoom(attempt, request, iceServers, link, peers, unsent, told, raised);
    }

    InRoom withTold(MediaState next) {
      return new InRoom(attempt, request, iceServers, link, peers, unsent, next, hand);
    }
  }

  static CallState initial(MediaWish wish) {
    return new CallState(new Idle(null), wish, MediaReport.NOTHING_YET, Devices.NONE, 1);
  }

  CallState with(Stage next) {
    return new CallState(next, wish, report, devices, serial);
  }

  CallState with(MediaWish next) {
    return new CallState(stage, next, report, devices, serial);
  }

  CallState with(MediaReport next) {
    return new CallState(stage, wish, next, devices, serial);
  }

  CallState with(Devices next) {
    return new CallState(stage, wish, report, next, serial);
  }

  CallState withSerial(long next) {
    return new CallState(stage, wish, report, devices, next);
  }

  /// What the others see of us.
  MediaState media() {
    boolean microphone =
        !wish.microphoneMuted()
            && !(wish.microphone() instanceof MicrophoneChoice.None)
            && report.microphoneProblem() == null;
    boolean hand = stage instanceof InRoom room && room.hand();
    return new MediaState(microphone, report.cameraRunning(), hand);
  }

  CallSnapshot snapshot(LatestFrame preview) {
    Phase phase =
        switch (stage) {
          case Idle idle -> new Phase.Lobby(idle.failure());
          case Entering entering -> new Phase.Joining(entering.request());
          case InRoom room -> {
            List<RemotePeer> others = new ArrayList<>();
            room.peers().values().forEach(session -> others.add(session.snapshot()));
            yield new Phase.InCall(room.request(), room.link(), others, null, room.hand());
          }
        };
    LocalMedia local =
        new LocalMedia(
            wish.camera(),
            wish.cameraOff(),
            report.cameraRunning(),
            report.cameraProblem(),
            preview,
            wish.microphone(),
            wish.microphoneMuted(),
            report.microphoneProblem(),
            wish.speaker(),
            report.speakerProblem());
    return new CallSnapshot(phase, local, devices);
  }
}
