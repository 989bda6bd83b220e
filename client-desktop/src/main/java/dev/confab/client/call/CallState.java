package dev.confab.client.call;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.InstanceId;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The engine's whole state. Immutable; [CallReducer] makes the next one. `serial` numbers whatever
/// must be unique: attempts at the server, connections, lines of chat.
record CallState(Stage stage, MediaWish wish, MediaReport report, Devices devices, long serial) {

  sealed interface Stage {}

  record Idle(@Nullable CallFailure failure) implements Stage {}

  /// What stays the same while a person is in a room, over all that happens to the server.
  /// `instance` names this stay to the others. `refusals`: so often the place was refused when it
  /// was asked for again. `returning`: a place of ours may be there from the start. `ways`: what
  /// the server allows.
  record Visit(
      long attempt,
      JoinRequest request,
      InstanceId instance,
      List<IceServer> iceServers,
      Set<EntryWay> ways,
      int refusals,
      boolean returning) {
    Visit {
      iceServers = List.copyOf(iceServers);
      ways = Set.copyOf(ways);
    }

    Paths paths() {
      return new Paths(iceServers, request.addressHidden());
    }

    Visit withIceServers(List<IceServer> next) {
      return new Visit(attempt, request, instance, next, ways, refusals, returning);
    }

    Visit with(ServerMessage.Welcome welcome) {
      return new Visit(
          attempt, request, instance, welcome.iceServers(), welcome.entry(), refusals, returning);
    }

    Visit with(JoinRequest next) {
      return new Visit(attempt, next, instance, iceServers, ways, refusals, returning);
    }

    Visit withRefusals(int next) {
      return new Visit(attempt, request, instance, iceServers, ways, next, returning);
    }
  }

  /// How it stands with our place in the room.
  enum Place {
    /// Not asked for yet.
    OUTSIDE,
    ASKED,
    /// Someone inside is to decide.
    AT_DOOR,
    IN
  }

  /// `told`: what the request to join, if it has been sent, says of our media.
  record Entering(Visit visit, MediaState told, Place place) implements Stage {}

  /// `unsent`: chat written while nobody else was there. `told`: what the others were last told of
  /// our media. `place`: other than [Place#IN] while the room is being joined again.
  record InRoom(
      Visit visit,
      Place place,
      Doorway doorway,
      Phase.ServerLink link,
      Peers peers,
      List<ChatEntry> unsent,
      MediaState told,
      boolean hand,
      Voices voices)
      implements Stage {
    InRoom {
      unsent = List.copyOf(unsent);
    }

    InRoom with(PeerSession session) {
      return with(peers.with(session));
    }

    InRoom with(Peers next) {
      return new InRoom(visit, place, doorway, link, next, unsent, told, hand, voices);
    }

    InRoom with(Phase.ServerLink next) {
      return new InRoom(visit, place, doorway, next, peers, unsent, told, hand, voices);
    }

    InRoom with(Visit next) {
      return new InRoom(next, place, doorway, link, peers, unsent, told, hand, voices);
    }

    InRoom with(Place next) {
      return new InRoom(visit, next, doorway, link, peers, unsent, told, hand, voices);
    }

    InRoom with(Doorway next) {
      return new InRoom(visit, place, next, link, peers, unsent, told, hand, voices);
    }

    InRoom withUnsent(List<ChatEntry> next) {
      return new InRoom(visit, place, doorway, link, peers, next, told, hand, voices);
    }

    InRoom withHand(boolean raised) {
      return new InRoom(visit, place, doorway, link, peers, unsent, told, raised, voices);
    }

    InRoom with(Voices next) {
      return new InRoom(visit, place, doorway, link, peers, unsent, told, hand, next);
    }

    InRoom withTold(MediaState next) {
      return new InRoom(visit, place, doorway, link, peers, unsent, next, hand, voices);
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

  /// Of the session with the server; null: there is none.
  @Nullable Long attempt() {
    return switch (stage) {
      case Idle _ -> null;
      case Entering entering -> entering.visit().attempt();
      case InRoom room -> room.visit().attempt();
    };
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
          case Entering(Visit visit, var _, Place place) ->
              place == Place.AT_DOOR
                  ? new Phase.Waiting(visit.request())
                  : new Phase.Joining(visit.request());
          case InRoom room -> {
            Voices voices = room.voices();
            List<RemotePeer> others =
                room.peers().all().stream()
                    .map(session -> session.snapshot(voices.speaks(session.key())))
                    .toList();
            PeerId speaker = voices.speaker() instanceof PeerKey key ? key.peer() : null;
            yield new Phase.InCall(
                room.visit().request(),
                room.link(),
                others,
                speaker,
                room.hand(),
                room.doorway().snapshot(room.visit().ways(), room.peers()));
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
